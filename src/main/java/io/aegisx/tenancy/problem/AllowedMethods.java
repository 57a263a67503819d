package io.aegisx.tenancy.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/**
 * The methods that an address takes. An answer of 405 must name them (RFC 9110 section 15.5.6), and
 * the framework does not.
 */
final class AllowedMethods {

  private AllowedMethods() {}

  /** The value of {@code Allow} for the request at hand. */
  static String ofCurrentRequest() {
    ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    SortedSet<String> methods = new TreeSet<>();
    request.getDeployment().getClassMappers().stream()
        .flatMap(resource -> methods(resource, request.getPathWithoutPrefix()))
        .forEach(methods::add);
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return String.join(", ", methods);
  }

  private static Stream<String> methods(
      RequestMapper.RequestPath<InitialMatch> resource, String path) {
    RequestMapper.RequestMatch<InitialMatch> match =
        new RequestMapper<>(new ArrayList<>(List.of(resource))).map(path);
    return match == null
        ? Stream.of()
        : Arrays.stream(match.value.handlers)
            .filter(ClassRoutingHandler.class::isInstance)
            .flatMap(handler -> methods((ClassRoutingHandler) handler, match.remaining));
  }

  private static Stream<String> methods(ClassRoutingHandler routes, String remaining) {
    String rest = remaining.isEmpty() ? "/" : remaining;
    return routes.getMappers().entrySet().stream()
        .filter(route -> route.getValue().map(rest) != null)
        .map(route -> route.getKey())
        .filter(Objects::nonNull);
  }
}
