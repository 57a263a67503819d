package io.aegisx.tenancy.provisioning.adoption;

import io.aegisx.tenancy.database.SqlState;
import io.aegisx.tenancy.provisioning.RuntimeRole;
import io.aegisx.tenancy.provisioning.guard.ContextGuard;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.jdbc.BoundJdbc;
import io.aegisx.tenancy.tenant.Placement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs the steps of an adoption, one after the other, and records each; a run that was broken off
 * is gone on with by the next one. Blocks, for as long as it takes.
 */
@ApplicationScoped
public class AdoptionRun {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final int MOST_ATTEMPTS = 8;

  private final AdminConnections connections;
  private final AdoptionRecords records;
  private final RuntimeRole role;
  private final ContextGuard guard;
  private final BoundJdbc bound;

  AdoptionRun(
      AdminConnections connections,
      AdoptionRecords records,
      RuntimeRole role,
      ContextGuard guard,
      BoundJdbc bound) {
    this.bound = bound;
    this.connections = connections;
    this.records = records;
    this.role = role;
    this.guard = guard;
  }

  /** Is told of each step before and after it is run. */
  public interface Listener {
    void begins(int position, AdoptionStep step);

    void ended(int position, AdoptionStep step);
  }

  /** Does all that can be done while the old application is at work. */
  public void prepare(Adoption adoption, Listener listener) throws SQLException {
    try (Connection connection = main()) {
      if (!adoption.begun()) {
        enter(connection, adoption);
      }
      for (int i = 0; i < adoption.switchStep(); i++) {
        if (!adoption.steps().get(i).done()) {
          run(connection, adoption, i, listener);
        }
      }
    }
  }

  /** Makes the switch. The old application finds its tables no more. */
  public void finish(Adoption adoption, Listener listener) throws SQLException {
    try (Connection connection = main()) {
      run(connection, adoption, adoption.switchStep(), listener);
    }
  }

  /** Takes back all that was prepared: the tables are what they were. */
  public void undo(Adoption adoption, Listener listener) throws SQLException {
    if (adoption.finished()) {
      throw new AdoptionRefusedException("the adoption is finished: there is no way back");
    }
    try (Connection connection = main()) {
      for (int i = adoption.switchStep() - 1; i >= 0; i--) {
        AdoptionStep step = adoption.steps().get(i);
        listener.begins(i, step);
        persistently(connection, () -> takeBack(connection, step));
        listener.ended(i, step);
      }
      records.forget(connection, adoption.tenant().id());
    }
  }

  private static void takeBack(Connection connection, AdoptionStep step) throws SQLException {
    String patience = step.kind() == AdoptionStep.Kind.ALONE ? "0" : PATIENCE.toMillis() + "ms";
    alone(connection, step.undo(), patience);
  }

  private Connection main() throws SQLException {
    return connections.to(connections.mainDatabase()).getConnection();
  }

  private void enter(Connection connection, Adoption adoption) throws SQLException {
    connection.setAutoCommit(false);
    records.enter(connection, adoption);
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void run(Connection connection, Adoption adoption, int position, Listener listener)
      throws SQLException {
    AdoptionStep step = adoption.steps().get(position);
    listener.begins(position, step);
    records.begin(connection, adoption.tenant().id(), position);
    try {
      persistently(connection, () -> attempt(connection, adoption, position));
    } catch (SQLException failure) {
      records.fail(
          connection,
          adoption.tenant().id(),
          position,
          Optional.ofNullable(failure.getMessage()).orElse("failed"));
      throw failure;
    }
    listener.ended(position, step);
  }

  private void attempt(Connection connection, Adoption adoption, int position) throws SQLException {
    AdoptionStep step = adoption.steps().get(position);
    if (step.kind() == AdoptionStep.Kind.ALONE) {
      // What is built concurrently waits for older transactions, without being in anybody's way.
      alone(connection, step.sql(), "0");
      records.end(connection, adoption.tenant().id(), position);
    } else {
      together(connection, adoption, position);
    }
  }

  private static void alone(Connection connection, List<String> statements, String patience)
      throws SQLException {
    AdminConnections.execute(connection, "SET lock_timeout TO '" + patience + "'");
    AdminConnections.execute(connection, statements.toArray(String[]::new));
  }

  /** With its record in the same transaction: done, or not. */
  private void together(Connection connection, Adoption adoption, int position)
      throws SQLException {
    AdoptionStep step = adoption.steps().get(position);
    connection.setAutoCommit(false);
    // Rows that tables refer to can be read for their tenant only.
    bound.bind(connection, adoption.tenant());
    AdminConnections.execute(
        connection, "SET LOCAL lock_timeout TO '" + PATIENCE.toMillis() + "ms'");
    AdminConnections.execute(connection, step.sql().toArray(String[]::new));
    records.end(connection, adoption.tenant().id(), position);
    if (step.kind() == AdoptionStep.Kind.SWITCH) {
      secure(connection, adoption.tenant().placement());
      records.finish(connection, adoption.tenant().id());
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void secure(Connection connection, Placement placement) throws SQLException {
    role.grantRows(connection, placement.schema());
    guard.protect(connection, placement.schema());
  }

  /** Tables that are in use are waited for briefly, so that nobody queues up behind us for long. */
  private static void persistently(Connection connection, Attempt attempt) throws SQLException {
    Duration pause = FIRST_PAUSE;
    for (int i = 1; true; i++) {
      try {
        attempt.run();
        return;
      } catch (SQLException failure) {
        if (!connection.getAutoCommit()) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
        boolean inUse =
            SqlState.of(failure).filter(List.of("55P03", "40P01")::contains).isPresent();
        if (i == MOST_ATTEMPTS || !inUse) {
          throw failure;
        }
        sleep(pause);
        pause = pause.multipliedBy(2);
      }
    }
  }

  /** What may be tried again. */
  private interface Attempt {
    void run() throws SQLException;
  }

  private static void sleep(Duration pause) throws SQLException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLException("Interrupted", interrupted);
    }
  }
}
