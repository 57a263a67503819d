package io.aegisx.tenancy.database;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The five-character codes by which PostgreSQL tells its errors (manual, appendix A). */
public final class SqlState {

  public static final String UNIQUE_VIOLATION = "23505";
  public static final String FOREIGN_KEY_VIOLATION = "23503";
  public static final String LOCK_NOT_AVAILABLE = "55P03";
  public static final String DEADLOCK_DETECTED = "40P01";

  private static final int MOST_CAUSES = 16;

  private SqlState() {}

  /** The state that the failure, or one of its causes, carries. */
  public static Optional<String> of(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++, cause = cause.getCause()) {
      String state = stateOf(cause);
      if (state != null) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /** Whether the failure, or one of its causes, has this state. */
  public static boolean is(Throwable failure, String state) {
    return of(failure).filter(state::equals).isPresent();
  }

  private static @Nullable String stateOf(Throwable failure) {
    if (failure instanceof PgException postgres) {
      return postgres.getSqlState();
    }
    if (failure instanceof ConstraintViolationException constraint) {
      return constraint.getSQLState();
    }
    return failure instanceof SQLException jdbc ? jdbc.getSQLState() : null;
  }
}
