package io.aegisx.tenancy.provisioning.adoption;

import io.aegisx.tenancy.provisioning.adoption.plan.AdoptionStep;
import io.aegisx.tenancy.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What the registry remembers of adoptions. In the transaction of the connection. Blocks. */
@ApplicationScoped
class AdoptionRecords {

  private static final String ENTER =
      "INSERT INTO registry.adoptions (tenant_id, target_schema, source_schema,"
          + " source_tables, relations) VALUES (?, ?, ?, ?, ?)";

  private static final String ENTER_STEP =
      "INSERT INTO registry.adoption_steps (tenant_id, position, name, kind, rows, sql, undo)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";

  private static final String FIND =
      "SELECT source_schema, source_tables, relations, finished_at IS NOT NULL FROM registry.adoptions"
          + " WHERE tenant_id = ?";

  private static final String STEPS =
      "SELECT name, kind, rows, sql, undo, finished_at IS NOT NULL FROM registry.adoption_steps"
          + " WHERE tenant_id = ? ORDER BY position";

  private static final String BEGIN =
      "UPDATE registry.adoption_steps SET attempts = attempts + 1, started_at = now()"
          + " WHERE tenant_id = ? AND position = ?";

  private static final String END =
      "UPDATE registry.adoption_steps SET finished_at = now(), last_error = NULL"
          + " WHERE tenant_id = ? AND position = ?";

  private static final String FAIL =
      "UPDATE registry.adoption_steps SET last_error = ? WHERE tenant_id = ? AND position = ?";

  private static final String FINISH =
      "UPDATE registry.adoptions SET finished_at = now() WHERE tenant_id = ?";

  private static final String FORGET = "DELETE FROM registry.adoptions WHERE tenant_id = ?";

  /** An adoption that was begun. */
  record Begun(
      String schema,
      List<String> tables,
      List<String> relations,
      List<AdoptionStep> steps,
      boolean finished) {}

  Optional<Begun> find(Connection main, TenantId tenant) throws SQLException {
    try (PreparedStatement statement = prepare(main, FIND, tenant.value());
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Begun(
                  row.getString(1),
                  texts(row.getArray(2)),
                  texts(row.getArray(3)),
                  steps(main, tenant),
                  row.getBoolean(4)))
          : Optional.empty();
    }
  }

  private static List<AdoptionStep> steps(Connection main, TenantId tenant) throws SQLException {
    try (PreparedStatement statement = prepare(main, STEPS, tenant.value());
        ResultSet row = statement.executeQuery()) {
      List<AdoptionStep> steps = new ArrayList<>();
      while (row.next()) {
        steps.add(
            new AdoptionStep(
                row.getString(1),
                AdoptionStep.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getLong(3),
                texts(row.getArray(4)),
                texts(row.getArray(5)),
                row.getBoolean(6)));
      }
      return steps;
    }
  }

  void enter(Connection main, Adoption adoption) throws SQLException {
    UUID tenant = adoption.tenant().id().value();
    run(
        main,
        ENTER,
        tenant,
        adoption.tenant().placement().schema(),
        adoption.source().schema(),
        array(main, adoption.source().tables()),
        array(main, adoption.relations()));
    int position = 0;
    for (AdoptionStep step : adoption.steps()) {
      run(
          main,
          ENTER_STEP,
          tenant,
          position++,
          step.name(),
          step.kind().name().toLowerCase(Locale.ROOT),
          step.rows(),
          array(main, step.sql()),
          array(main, step.undo()));
    }
  }

  void begin(Connection main, TenantId tenant, int position) throws SQLException {
    run(main, BEGIN, tenant.value(), position);
  }

  void end(Connection main, TenantId tenant, int position) throws SQLException {
    run(main, END, tenant.value(), position);
  }

  void fail(Connection main, TenantId tenant, int position, String error) throws SQLException {
    run(main, FAIL, error, tenant.value(), position);
  }

  void finish(Connection main, TenantId tenant) throws SQLException {
    run(main, FINISH, tenant.value());
  }

  void forget(Connection main, TenantId tenant) throws SQLException {
    run(main, FORGET, tenant.value());
  }

  private static void run(Connection main, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(main, sql, values)) {
      statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection main, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = main.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static Array array(Connection main, List<String> texts) throws SQLException {
    return main.createArrayOf("text", texts.toArray());
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
