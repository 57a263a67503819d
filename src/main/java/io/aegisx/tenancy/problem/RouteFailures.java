package io.aegisx.tenancy.problem;

import io.vertx.core.VertxException;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers for every failure outside JAX-RS: filters, security, routes. */
@ApplicationScoped
public class RouteFailures {

  private final Problems problems;

  RouteFailures(Problems problems) {
    this.problems = problems;
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MAX_VALUE - 1).failureHandler(this::answer);
  }

  private void answer(RoutingContext request) {
    problems.answer(request, failureOf(request));
  }

  private static Throwable failureOf(RoutingContext request) {
    if (request.request().authority() == null
        && request.request().version() != HttpVersion.HTTP_1_0) {
      return new ProblemException(ErrorCode.TENANT_INVALID, "The Host is missing or malformed");
    }
    Throwable failure = request.failure();
    // The router refuses what it cannot route by a status, and tells itself why.
    return failure == null || failure instanceof VertxException && request.statusCode() < 500
        ? new HttpException(request.statusCode())
        : failure;
  }
}
