package io.aegisx.tenancy.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A page of a collection, found by keyset pagination.
 *
 * @param items in the order of their ids, or of whatever tells them apart
 * @param next the id that the next page starts after, if there is a next page
 */
public record Page<T>(List<T> items, Optional<String> next) {

  /** Cuts a page out of up to {@code limit + 1} items: the one too many says that more follow. */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, ?> idOf) {
    boolean more = found.size() > limit;
    List<T> items = more ? List.copyOf(found.subList(0, limit)) : List.copyOf(found);
    return new Page<>(
        items, more ? Optional.of(idOf.apply(items.get(limit - 1)).toString()) : Optional.empty());
  }

  /** The same page with other items. */
  public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
    return new Page<>(items.stream().<R>map(mapper).toList(), next);
  }

  /** The answer: an array, and a {@code Link} to the next page, RFC 8288. */
  public RestResponse<List<T>> toResponse(RoutingContext request) {
    RestResponse.ResponseBuilder<List<T>> response = RestResponse.ResponseBuilder.ok(items);
    next.ifPresent(last -> response.header("Link", linkTo(last, request)));
    return response.build();
  }

  private static String linkTo(String last, RoutingContext request) {
    URI next =
        UriBuilder.fromUri(Addresses.of(request))
            .replaceQuery(request.request().query())
            .replaceQueryParam("cursor", PageRequest.cursorAfter(last))
            .build();
    return "<" + next + ">; rel=\"next\"";
  }
}
