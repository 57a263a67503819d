package io.aegisx.tenancy.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers for every failure outside JAX-RS: filters, security, routes. */
@ApplicationScoped
public class RouteFailures {

  private static final String REFUSAL = RouteFailures.class.getName();

  private final Problems problems;

  RouteFailures(Problems problems) {
    this.problems = problems;
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MAX_VALUE - 1).failureHandler(this::answer);
  }

  /** Notes why a request is refused, for a framework that can only say that it is. */
  public static void refuse(RoutingContext request, ProblemException reason) {
    request.put(REFUSAL, reason);
  }

  private void answer(RoutingContext request) {
    ProblemException refusal = request.get(REFUSAL);
    Throwable failure = refusal == null ? request.failure() : refusal;
    problems.answer(request, failure == null ? new HttpException(request.statusCode()) : failure);
  }
}
