package io.aegisx.tenancy.http;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * Refuses bodies that are too large: by their stated length before anything is read, and while they
 * are read where none is stated.
 */
@Provider
@ApplicationScoped
public class BodyLimit implements ReaderInterceptor {

  /** Right after the request has its id. */
  private static final int PRIORITY = 900;

  /** How long a refused body is taken, and thrown away. */
  private static final long LONGEST_DISCARD_MILLIS = 1_000;

  private final long most;
  private final Vertx vertx;

  BodyLimit(HttpSettings settings, Vertx vertx) {
    this.most = settings.maxBodySize().asLongValue();
    this.vertx = vertx;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext request) {
    if (statedLength(request) > most) {
      refuseAfterBody(request);
    } else {
      request.next();
    }
  }

  /**
   * Refuses once the body has been thrown away, or takes too long: the answer closes the
   * connection, and a client that is still sending would lose both.
   */
  private void refuseAfterBody(RoutingContext request) {
    Promise<Void> over = Promise.promise();
    long limit = vertx.setTimer(LONGEST_DISCARD_MILLIS, fired -> over.tryComplete());
    request.request().handler(part -> {}).endHandler(ended -> over.tryComplete()).resume();
    over.future()
        .onComplete(ended -> vertx.cancelTimer(limit))
        .onComplete(ended -> request.fail(tooLarge()));
  }

  private static long statedLength(RoutingContext request) {
    String stated = request.request().getHeader("Content-Length");
    try {
      return stated == null ? 0 : Long.parseLong(stated);
    } catch (NumberFormatException beyondAnyNumber) {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new LimitedInput(context.getInputStream(), most));
    return context.proceed();
  }

  static ProblemException tooLarge() {
    return new ProblemException(
        ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than this service takes");
  }
}
