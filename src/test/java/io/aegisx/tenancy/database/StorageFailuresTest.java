package io.aegisx.tenancy.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonParseException;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StorageFailuresTest {

  private final StorageFailures failures = new StorageFailures();

  @ParameterizedTest
  @CsvSource({
    "08006, STORAGE_UNAVAILABLE", // connection failure
    "28P01, STORAGE_UNAVAILABLE", // the password was changed
    "28000, STORAGE_UNAVAILABLE", // the role may not log in any more
    "53300, STORAGE_UNAVAILABLE", // too many connections
    "57P01, STORAGE_UNAVAILABLE", // ended by an administrator
    "57P03, STORAGE_UNAVAILABLE", // starting up
    "57014, STORAGE_UNAVAILABLE", // took too long
    "25P03, STORAGE_UNAVAILABLE", // lay idle for too long
    "3D000, STORAGE_UNAVAILABLE", // no such database
    "42P01, STORAGE_UNAVAILABLE", // no such table, as after a purge
    "55000, STORAGE_UNAVAILABLE", // takes no connections, as while it is purged
    "23505, CONFLICT",
    "23503, CONFLICT",
    "55P03, CONFLICT",
    "40P01, CONFLICT",
    "23514, VALIDATION_FAILED", // a check
    "22021, VALIDATION_FAILED", // NUL in text
    "22P05, VALIDATION_FAILED", // NUL in JSON
    "42601, INTERNAL", // our own mistake
    "42501, INTERNAL",
    "25P02, INTERNAL"
  })
  void whatTheServerSaysIsTold(String state, ErrorCode code) {
    RuntimeException failure = new RuntimeException(new PgException("no", "ERROR", state, "no"));

    assertEquals(code, told(failure));
  }

  static Stream<Throwable> outages() {
    return Stream.of(
        new ConnectException("Connection refused"),
        new TimeoutException(),
        new io.smallrye.mutiny.TimeoutException(),
        ClosedConnectionException.INSTANCE,
        new VertxException("Timeout waiting for connection", true),
        new VertxException("Connection is not active now, current status: CLOSED", true));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void whatTheClientCannotDoIsAnOutage(Throwable failure) {
    assertEquals(ErrorCode.STORAGE_UNAVAILABLE, told(failure));
  }

  @Test
  void jsonThatCannotBeReadIsNoOutage() {
    assertEquals(ErrorCode.INTERNAL, told(new JsonParseException(null, "Unexpected character")));
  }

  @Test
  void whatSomebodyElseHasChangedIsAConflict() {
    assertEquals(ErrorCode.CONFLICT, told(new StaleStateException("changed")));
  }

  /** As what the failure, or one of its causes, is told; what is not known is internal. */
  private ErrorCode told(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .map(failures::translate)
        .flatMap(Optional::stream)
        .map(ProblemException::code)
        .findFirst()
        .orElse(ErrorCode.INTERNAL);
  }
}
