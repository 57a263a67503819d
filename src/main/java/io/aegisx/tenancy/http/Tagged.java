package io.aegisx.tenancy.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A single resource and its entity tag.
 *
 * @param body what the client sees
 * @param tag another one for each other body, without the quotes
 */
public record Tagged<T>(T body, String tag) {

  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  /** A resource that is told from its other states by a version. */
  public Tagged(T body, long version) {
    this(body, Long.toString(version));
  }

  /** A resource that has no version: its tag is made of all that it says. */
  public static <T> Tagged<T> ofContent(T body) {
    byte[] told = body.toString().getBytes(StandardCharsets.UTF_8);
    return new Tagged<>(body, UUID.nameUUIDFromBytes(told).toString());
  }

  /** 200 with the entity tag, or 304 if the client has this version. */
  public RestResponse<T> toResponse(RoutingContext request) {
    Optional<String> known = Optional.ofNullable(request.request().getHeader("If-None-Match"));
    boolean unchanged =
        READS.contains(request.request().method()) && !EntityTags.noneMatch(known, tag);
    RestResponse.ResponseBuilder<T> response =
        unchanged
            ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
            : RestResponse.ResponseBuilder.ok(body);
    return response.tag(new EntityTag(tag)).build();
  }

  /** 201 with the entity tag and the address of what was made. */
  public RestResponse<T> toCreated(RoutingContext request, Object id) {
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body)
        .location(Addresses.ofItem(request, id))
        .tag(new EntityTag(tag))
        .build();
  }
}
