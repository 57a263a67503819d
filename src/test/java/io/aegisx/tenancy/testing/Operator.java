package io.aegisx.tenancy.testing;

import io.aegisx.tenancy.development.LocalPostgres;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Does by SQL what an operator, or an accident, may do to the database of the service. */
public final class Operator {

  private Operator() {}

  /** A tenant that stays pending, since nobody makes its storage; answers its subdomain. */
  public static String pendingTenant() {
    String subdomain = Fixtures.subdomain();
    execute(
        "INSERT INTO registry.tenants (id, name, subdomain, status, plan, isolation) VALUES ('"
            + UUID.randomUUID()
            + "', 'Pending', '"
            + subdomain
            + "', 'pending', 'basic', 'shared_database')");
    return subdomain;
  }

  /** Makes the database of a tenant refuse the service. */
  public static void closeDatabaseOf(JsonObject tenant) {
    String database = storageOf(tenant);
    execute(
        "ALTER DATABASE " + database + " ALLOW_CONNECTIONS false",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
            + database
            + "'");
  }

  /** Takes something away that the service counts on. */
  public static void breakUsersOf(JsonObject tenant) {
    execute("ALTER TABLE " + storageOf(tenant) + ".users RENAME COLUMN name TO called");
  }

  /** Lets migrations of tenants' tables fail in the middle, until {@link #allowMigrations()}. */
  public static void forbidMigrations() {
    execute(
        "CREATE FUNCTION public.forbid() RETURNS event_trigger LANGUAGE plpgsql AS"
            + " 'BEGIN RAISE EXCEPTION ''disk full''; END'",
        "CREATE EVENT TRIGGER forbid ON ddl_command_start WHEN TAG IN ('CREATE POLICY')"
            + " EXECUTE FUNCTION public.forbid()");
  }

  /** Undoes {@link #forbidMigrations()}. */
  public static void allowMigrations() {
    execute("DROP EVENT TRIGGER forbid", "DROP FUNCTION public.forbid()");
  }

  /** Lets it seem as if all idempotency keys had been used some hours earlier. */
  public static void ageKeys(int hours) {
    String earlier =
        ".idempotency_keys SET created_at = created_at - interval '" + hours + " hours'";
    execute("UPDATE registry" + earlier, "UPDATE shared" + earlier);
  }

  /** What is left of a tenant anywhere: its row, its rows among others', its schema or database. */
  public static List<String> tracesOf(JsonObject tenant) {
    String id = "'" + tenant.getString("id") + "'";
    String name = "'" + storageOf(tenant) + "'";
    return texts(
        "SELECT 'tenant' FROM registry.tenants WHERE id = "
            + id
            + " UNION ALL SELECT 'user' FROM shared.users WHERE tenant_id = "
            + id
            + " UNION ALL SELECT 'schema' FROM pg_namespace WHERE nspname = "
            + name
            + " UNION ALL SELECT 'database' FROM pg_database WHERE datname = "
            + name);
  }

  private static String storageOf(JsonObject tenant) {
    return "tenant_" + tenant.getString("id").replace("-", "");
  }

  private static List<String> texts(String query) {
    List<String> texts = new ArrayList<>();
    try (Connection connection = ServiceResource.postgres().superuser(LocalPostgres.DATABASE);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void execute(String... statements) {
    try (Connection connection = ServiceResource.postgres().superuser(LocalPostgres.DATABASE);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
