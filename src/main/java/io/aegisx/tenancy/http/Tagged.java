package io.aegisx.tenancy.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A single resource and its version.
 *
 * @param body what the client sees
 * @param version what its entity tag is made of
 */
public record Tagged<T>(T body, long version) {

  /** 200 with the entity tag, or 304 if the client has this version. */
  public RestResponse<T> toResponse(RoutingContext request) {
    Optional<String> known = Optional.ofNullable(request.request().getHeader("If-None-Match"));
    boolean read = request.request().method().name().equals("GET");
    return read && !EntityTags.noneMatch(known, version)
        ? RestResponse.ResponseBuilder.<T>create(304).tag(EntityTags.of(version)).build()
        : RestResponse.ResponseBuilder.ok(body).tag(EntityTags.of(version)).build();
  }

  /** 201 with the entity tag and the address of what was made. */
  public RestResponse<T> toCreated(RoutingContext request, Object id) {
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body)
        .location(Addresses.ofItem(request, id))
        .tag(EntityTags.of(version))
        .build();
  }
}
