package io.aegisx.tenancy.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Writes failures as problem documents, and into the log what only the operator may know. */
@ApplicationScoped
public class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);

  /** How long a client is asked to wait before it tries again, in seconds. */
  private static final String RETRY_AFTER_SECONDS = "5";

  private final ProblemTranslator translator;
  private final ObjectMapper json;

  Problems(ProblemTranslator translator, ObjectMapper json) {
    this.translator = translator;
    this.json = json;
  }

  /** The document for a failure of a request; logs it. */
  public Problem of(Throwable failure, RoutingContext request) {
    ProblemException told = translator.translate(failure);
    String requestId = RequestId.of(request);
    log(told, failure, requestId, request);
    if (told.code() == ErrorCode.PAYLOAD_TOO_LARGE) {
      closeAfterwards(request);
    }
    return new Problem(
        "about:blank",
        told.code().title(),
        told.code().status(),
        told.detail(),
        request.request().path() == null ? "/" : request.request().path(),
        told.code(),
        requestId,
        told.violations());
  }

  /** The headers that belong to an answer with this code. */
  public Map<String, String> headersOf(ErrorCode code) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (code == ErrorCode.UNAUTHENTICATED) {
      headers.put("WWW-Authenticate", "Bearer");
    }
    if (code.status() == 503) {
      headers.put("Retry-After", RETRY_AFTER_SECONDS);
    }
    return headers;
  }

  /** Ends a request outside of JAX-RS with the document for its failure. */
  public void answer(RoutingContext request, Throwable failure) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    Problem problem = of(failure, request);
    headersOf(problem.code()).forEach(response::putHeader);
    response
        .setStatusCode(problem.status())
        .putHeader(RequestId.HEADER, problem.requestId())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(write(problem));
  }

  /** What is left of a body that is too large is not waited for. */
  private static void closeAfterwards(RoutingContext request) {
    if (request.request().version() != HttpVersion.HTTP_2) {
      request.response().putHeader("Connection", "close");
      request.addEndHandler(ended -> request.request().connection().close());
    }
  }

  private String write(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void log(
      ProblemException told, Throwable failure, String requestId, RoutingContext request) {
    if (told.code() == ErrorCode.INTERNAL) {
      LOG.errorf(
          failure,
          "%s %s failed [%s]",
          request.request().method(),
          request.normalizedPath(),
          requestId);
    } else if (told.code().status() >= 500) {
      LOG.warnf("%s [%s]: %s", told.code(), requestId, rootOf(failure));
    } else {
      LOG.debugf("%s [%s]: %s", told.code(), requestId, told.detail());
    }
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
