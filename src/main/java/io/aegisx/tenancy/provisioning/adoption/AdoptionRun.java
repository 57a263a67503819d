package io.aegisx.tenancy.provisioning.adoption;

import io.aegisx.tenancy.provisioning.RuntimeRole;
import io.aegisx.tenancy.provisioning.adoption.plan.AdoptionStep;
import io.aegisx.tenancy.provisioning.adoption.plan.Filling;
import io.aegisx.tenancy.provisioning.guard.ContextGuard;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.jdbc.AdvisoryLock;
import io.aegisx.tenancy.provisioning.jdbc.BoundJdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Runs the steps of an adoption, one after the other, and records each; a run that was broken off
 * is gone on with by the next one. Blocks, for as long as it takes.
 */
@ApplicationScoped
public class AdoptionRun {

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

    /** So many more rows are done of the step at work. */
    default void proceeds(long rows) {}
  }

  /** Does all that can be done while the old application is at work. */
  public void prepare(Adoption adoption, Listener listener) throws SQLException {
    alone(adoption, connection -> prepare(connection, adoption, listener));
  }

  private void prepare(Connection connection, Adoption adoption, Listener listener)
      throws SQLException {
    if (!adoption.begun()) {
      enter(connection, adoption);
    }
    for (int i = 0; i < adoption.switchStep(); i++) {
      if (!adoption.steps().get(i).done()) {
        run(connection, adoption, i, listener);
      }
    }
  }

  /** Makes the switch. The old application finds its tables no more. */
  public void finish(Adoption adoption, Listener listener) throws SQLException {
    alone(adoption, connection -> run(connection, adoption, adoption.switchStep(), listener));
  }

  /** Takes back all that was prepared: the tables are what they were. */
  public void undo(Adoption adoption, Listener listener) throws SQLException {
    if (adoption.finished()) {
      throw new AdoptionRefusedException("the adoption is finished: there is no way back");
    }
    if (!adoption.begun()) {
      throw new AdoptionRefusedException("nothing was prepared that could be undone");
    }
    alone(adoption, connection -> undo(connection, adoption, listener));
  }

  private void undo(Connection connection, Adoption adoption, Listener listener)
      throws SQLException {
    for (int i = adoption.switchStep() - 1; i >= 0; i--) {
      AdoptionStep step = adoption.steps().get(i);
      listener.begins(i, step);
      Patience.persistently(connection, () -> takeBack(connection, step, listener));
      listener.ended(i, step);
    }
    records.forget(connection, adoption.tenant().id());
  }

  /** One run at a time: another one would drop what this one is building. */
  private void alone(Adoption adoption, AdvisoryLock.Work work) throws SQLException {
    // Not the lock of the tenant's storage, which is made and purged meanwhile.
    long key = ~AdvisoryLock.keyOf(adoption.tenant());
    if (!AdvisoryLock.holdingIfFree(connections.to(connections.mainDatabase()), key, work)) {
      throw new AdoptionRefusedException("this adoption is at work already");
    }
  }

  private static void takeBack(Connection connection, AdoptionStep step, Listener listener)
      throws SQLException {
    if (step.kind() == AdoptionStep.Kind.ALONE) {
      alone(connection, step.undo());
    } else if (step.kind() == AdoptionStep.Kind.BATCHES) {
      Filling.run(connection, step.undo(), listener::proceeds);
    } else {
      connection.setAutoCommit(false);
      together(connection, step.undo());
      connection.commit();
      connection.setAutoCommit(true);
    }
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
      Patience.persistently(connection, () -> attempt(connection, adoption, position, listener));
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

  private void attempt(Connection connection, Adoption adoption, int position, Listener listener)
      throws SQLException {
    AdoptionStep step = adoption.steps().get(position);
    if (step.kind() == AdoptionStep.Kind.ALONE) {
      alone(connection, step.sql());
      records.end(connection, adoption.tenant().id(), position);
    } else if (step.kind() == AdoptionStep.Kind.BATCHES) {
      Filling.run(connection, step.sql(), listener::proceeds);
      records.end(connection, adoption.tenant().id(), position);
    } else {
      withItsRecord(connection, adoption, position);
    }
  }

  /** Waits for older transactions for as long as they take, without being in anybody's way. */
  private static void alone(Connection connection, List<String> statements) throws SQLException {
    AdminConnections.execute(connection, "SET lock_timeout TO 0");
    AdminConnections.execute(connection, statements.toArray(String[]::new));
  }

  /** In one transaction: done, or not. */
  private void withItsRecord(Connection connection, Adoption adoption, int position)
      throws SQLException {
    AdoptionStep step = adoption.steps().get(position);
    connection.setAutoCommit(false);
    // Rows that tables refer to can be read for their tenant only.
    bound.bind(connection, adoption.tenant());
    together(connection, step.sql());
    records.end(connection, adoption.tenant().id(), position);
    if (step.kind() == AdoptionStep.Kind.SWITCH) {
      secure(connection, adoption);
      records.finish(connection, adoption.tenant().id());
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void together(Connection connection, List<String> statements) throws SQLException {
    Patience.waitBriefly(connection);
    List<String> locks = new ArrayList<>(statements.stream().filter(AdoptionStep::isLock).toList());
    Collections.shuffle(locks);
    AdminConnections.execute(connection, locks.toArray(String[]::new));
    AdminConnections.execute(
        connection,
        statements.stream().filter(sql -> !AdoptionStep.isLock(sql)).toArray(String[]::new));
  }

  private void secure(Connection connection, Adoption adoption) throws SQLException {
    String schema = adoption.tenant().placement().schema();
    role.grantRows(connection, schema, adoption.relations());
    guard.protect(connection, schema, adoption.source().tables());
  }
}
