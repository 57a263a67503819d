package io.aegisx.tenancy.problem;

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
    Throwable failure = request.failure();
    problems.answer(request, failure == null ? new HttpException(request.statusCode()) : failure);
  }
}
