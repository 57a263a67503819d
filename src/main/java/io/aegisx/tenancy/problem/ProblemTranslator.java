package io.aegisx.tenancy.problem;

import io.quarkus.arc.All;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what a client is told about a failure: what is not known here is told as nothing. */
@ApplicationScoped
public class ProblemTranslator {

  private static final int MOST_CAUSES = 16;

  private final RequestTranslator requests;
  private final List<FailureTranslator> translators;

  ProblemTranslator(RequestTranslator requests, @All List<FailureTranslator> translators) {
    this.requests = requests;
    this.translators = translators;
  }

  /** The problem for a failure; {@code INTERNAL} without any detail where none fits. */
  public ProblemException translate(Throwable failure) {
    List<Throwable> causes = causesOf(failure);
    return first(causes, ProblemTranslator::stated)
        .or(() -> first(causes, this::known))
        // What the framework refused by a status, for a reason that means nothing to the client.
        .or(() -> first(causes, ProblemTranslator::ofStatusOf))
        .orElseGet(() -> ofStatus(ErrorCode.INTERNAL.status()));
  }

  private static List<Throwable> causesOf(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .<Throwable>map(Objects::requireNonNull)
        .toList();
  }

  private static Optional<ProblemException> first(
      List<Throwable> causes, Function<Throwable, Optional<ProblemException>> translation) {
    return causes.stream().flatMap(cause -> translation.apply(cause).stream()).findFirst();
  }

  /** A problem that was meant, however deep a library has wrapped it. */
  private static Optional<ProblemException> stated(Throwable failure) {
    return failure instanceof ProblemException problem ? Optional.of(problem) : Optional.empty();
  }

  private Optional<ProblemException> known(Throwable failure) {
    return ofSecurity(failure)
        .or(() -> ofHttp(failure))
        // First: a JSON failure is an IOException, which others take for a broken connection.
        .or(() -> requests.translate(failure))
        .or(
            () ->
                translators.stream()
                    .flatMap(translator -> translator.translate(failure).stream())
                    .findFirst());
  }

  private static Optional<ProblemException> ofSecurity(Throwable failure) {
    if (failure instanceof OIDCException) {
      return problem(ErrorCode.IDP_UNAVAILABLE, "The identity provider cannot be reached");
    }
    // An authentication that could not be completed hides its reason one level below.
    if (failure instanceof AuthenticationCompletionException && failure.getCause() != null) {
      return Optional.empty();
    }
    if (failure instanceof UnauthorizedException || failure instanceof AuthenticationException) {
      return causedBy(failure, OIDCException.class)
          ? problem(ErrorCode.IDP_UNAVAILABLE, "The identity provider cannot be reached")
          : problem(ErrorCode.UNAUTHENTICATED, "A valid access token is required");
    }
    return failure instanceof ForbiddenException
        ? problem(ErrorCode.FORBIDDEN, "Your role does not allow this")
        : Optional.empty();
  }

  private static Optional<ProblemException> ofHttp(Throwable failure) {
    if (failure instanceof HttpException http) {
      return Optional.of(ofStatus(http.getStatusCode()));
    }
    // JAX-RS failures carry the reason as their cause where there is one worth telling.
    return failure.getCause() == null ? ofStatusOf(failure) : Optional.empty();
  }

  private static Optional<ProblemException> ofStatusOf(Throwable failure) {
    return failure instanceof WebApplicationException web
        ? Optional.of(ofStatus(web.getResponse().getStatus()))
        : Optional.empty();
  }

  /** The problem for a status that a framework decided on. */
  static ProblemException ofStatus(int status) {
    ErrorCode code = ErrorCode.ofStatus(status);
    return new ProblemException(
        code,
        switch (code) {
          case NOT_FOUND -> "There is nothing at this address";
          case METHOD_NOT_ALLOWED -> "This address does not take that method";
          case NOT_ACCEPTABLE -> "This address has no representation of the accepted types";
          case UNSUPPORTED_MEDIA_TYPE -> "This address does not take that media type";
          case PAYLOAD_TOO_LARGE -> "The body is larger than allowed";
          case UNAUTHENTICATED -> "A valid access token is required";
          case FORBIDDEN -> "Your role does not allow this";
          case VALIDATION_FAILED -> "The request is malformed";
          default -> "The request failed; its id leads to the reason in the log";
        });
  }

  private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
    @Nullable Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++, cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<ProblemException> problem(ErrorCode code, String detail) {
    return Optional.of(new ProblemException(code, detail));
  }
}
