package io.aegisx.tenancy.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.FailureTranslator;
import io.aegisx.tenancy.problem.ProblemException;
import io.vertx.core.VertxException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;

/** Recognizes a database that is away or full, and constraints that a request broke. */
@ApplicationScoped
public class StorageFailures implements FailureTranslator {

  private static final Set<String> OUTAGE_CLASSES = Set.of("08", "28", "53");
  private static final Set<String> OUTAGES =
      Set.of(
          "57P01", "57P02", "57P03", "57P04", "57P05", "57014", "25P03", "3D000", "3F000", "42P01",
          "55000", "55006");

  @Override
  public Optional<ProblemException> translate(Throwable failure) {
    if (isUnavailable(failure)) {
      return Optional.of(
          new ProblemException(
              ErrorCode.STORAGE_UNAVAILABLE, "The storage cannot be reached at the moment"));
    }
    if (failure instanceof OptimisticLockException || failure instanceof StaleStateException) {
      return Optional.of(
          new ProblemException(ErrorCode.CONFLICT, "Another request has just changed the same"));
    }
    return SqlState.of(failure).flatMap(StorageFailures::ofState);
  }

  /** Whether the failure itself says that the database could not be used. */
  public static boolean isUnavailable(Throwable failure) {
    return (failure instanceof IOException && !(failure instanceof JsonProcessingException))
        || failure instanceof TimeoutException
        || failure instanceof io.smallrye.mutiny.TimeoutException
        || failure instanceof ClosedConnectionException
        || failure instanceof java.nio.channels.UnresolvedAddressException
        || isVertxOutage(failure)
        || SqlState.of(failure).filter(StorageFailures::isOutage).isPresent();
  }

  /** The client tells a closed pool, a full wait queue and a broken connection only in words. */
  private static boolean isVertxOutage(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    boolean fromVertx =
        failure instanceof VertxException
            || failure.getClass().getName().startsWith("io.vertx.core.impl.NoStackTrace");
    return fromVertx
        && (message.contains("Timeout")
            || message.contains("closed")
            || message.contains("CLOSED")
            || message.contains("not active")
            || message.contains("max pool wait queue size"));
  }

  /**
   * Class 08 connection exceptions, 28 the role is refused, 53 insufficient resources, 57P operator
   * intervention; a statement or a session that took too long; a database, schema or table that is
   * not there, or not open to connections, as while it is purged.
   */
  private static boolean isOutage(String state) {
    return OUTAGE_CLASSES.contains(state.substring(0, 2)) || OUTAGES.contains(state);
  }

  private static Optional<ProblemException> ofState(String state) {
    return switch (state) {
      case SqlState.UNIQUE_VIOLATION ->
          Optional.of(new ProblemException(ErrorCode.CONFLICT, "It exists already"));
      case SqlState.FOREIGN_KEY_VIOLATION ->
          Optional.of(
              new ProblemException(ErrorCode.CONFLICT, "It is still used by, or needs, another"));
      case SqlState.LOCK_NOT_AVAILABLE, "40001", "40P01" ->
          Optional.of(
              new ProblemException(ErrorCode.CONFLICT, "Another request is changing the same"));
      case "23514" ->
          Optional.of(
              new ProblemException(
                  ErrorCode.VALIDATION_FAILED, "A value is not one that may be stored"));
      case "22021", "22P05" ->
          Optional.of(
              new ProblemException(
                  ErrorCode.VALIDATION_FAILED, "Text must not contain the NUL character"));
      default -> Optional.empty();
    };
  }
}
