package io.aegisx.tenancy.provisioning.adoption;

import io.aegisx.tenancy.development.LocalPostgres;
import io.aegisx.tenancy.provisioning.adoption.plan.Source;
import io.aegisx.tenancy.provisioning.drift.CatalogText;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Superuser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database of an application that knows nothing of tenants, with a bit of everything. */
public final class Legacy {

  static final String OWNER = "legacy_app";
  public static final List<String> TABLES = List.of("customers", "invoices", "notes", "tickets");

  private static final String[] MAKE = {
    "CREATE TABLE customers (id serial PRIMARY KEY, email text NOT NULL UNIQUE, name text,"
        + " active boolean NOT NULL DEFAULT true, parent_id int REFERENCES customers,"
        + " updated_at timestamptz NOT NULL DEFAULT '2001-01-01')",
    "CREATE UNIQUE INDEX customers_name ON customers (lower(name)) WHERE active",
    "CREATE TABLE invoices (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
        + " customer_id int NOT NULL REFERENCES customers ON UPDATE CASCADE ON DELETE CASCADE,"
        + " number text NOT NULL, total numeric NOT NULL CHECK (total >= 0),"
        + " paid boolean NOT NULL DEFAULT false,"
        + " UNIQUE (customer_id, number) DEFERRABLE INITIALLY DEFERRED)",
    "CREATE INDEX invoices_open ON invoices (customer_id) WHERE NOT paid",
    "CREATE TABLE notes (line text, customer_id int REFERENCES customers ON DELETE SET NULL)",
    "CREATE SEQUENCE ticket",
    "CREATE TABLE tickets (id bigint PRIMARY KEY DEFAULT nextval('ticket'), title text)",
    "CREATE VIEW open_invoices AS SELECT c.email, i.number, i.total FROM invoices i"
        + " JOIN customers c ON c.id = i.customer_id WHERE NOT i.paid",
    "CREATE VIEW open_totals AS SELECT email, sum(total) AS total FROM open_invoices GROUP BY email",
    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql"
        + " AS 'BEGIN NEW.updated_at := now(); RETURN NEW; END'",
    "CREATE TRIGGER touch BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch()",
    "INSERT INTO customers (email, name) SELECT 'c' || n || '@old.example', 'Customer ' || n"
        + " FROM generate_series(1, 500) n",
    "UPDATE customers SET parent_id = 1 WHERE id > 490",
    "INSERT INTO invoices (customer_id, number, total, paid)"
        + " SELECT 1 + n % 500, 'N' || n, n, n % 2 = 0 FROM generate_series(1, 2000) n",
    "INSERT INTO notes SELECT 'note ' || n, nullif(n % 500, 0) FROM generate_series(1, 300) n",
    "INSERT INTO tickets (title) SELECT 'ticket ' || n FROM generate_series(1, 100) n",
    "ANALYZE"
  };

  private final Superuser superuser;
  private final String database;
  private final String schema;

  private Legacy(Superuser superuser, String database, String schema) {
    this.superuser = superuser;
    this.database = database;
    this.schema = schema;
  }

  /** In a schema of the main database. */
  public static Legacy inMainDatabase(Superuser superuser) {
    String schema = Fixtures.subdomain().replace('-', '_');
    return new Legacy(superuser, LocalPostgres.DATABASE, schema).made();
  }

  /** In a database of its own, which the administrator owns. */
  public static Legacy inItsDatabase(Superuser superuser) {
    String database = Fixtures.subdomain().replace('-', '_');
    superuser.run("CREATE DATABASE " + database + " OWNER " + LocalPostgres.ADMIN);
    return new Legacy(superuser, database, "legacy").made();
  }

  private Legacy made() {
    superuser.run(
        "DO $$ BEGIN CREATE ROLE "
            + OWNER
            + " LOGIN PASSWORD 'legacy'; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
        "GRANT " + OWNER + " TO " + LocalPostgres.ADMIN);
    superuser.in(database, "CREATE SCHEMA " + schema + " AUTHORIZATION " + OWNER);
    run(MAKE);
    return this;
  }

  String database() {
    return database;
  }

  public String schema() {
    return schema;
  }

  Source source() {
    return new Source(database, schema, TABLES);
  }

  /** Does something as the old application. */
  public void run(String... statements) {
    List<String> all = new ArrayList<>();
    all.add("SET ROLE " + OWNER);
    all.add("SET search_path TO " + schema);
    all.addAll(List.of(statements));
    superuser.in(database, all.toArray(String[]::new));
  }

  /** What the old application sees. */
  public String text(String sql) {
    return superuser.textsIn(database, sql.replace("{s}", schema)).get(0);
  }

  /** All that the schema has, in one text. */
  public String catalog() {
    try (Connection connection = superuser.postgres().superuser(database)) {
      return CatalogText.fingerprint(connection, schema);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Removes it, wherever its tables have come to. */
  void remove() {
    superuser.in(
        database,
        "DROP SCHEMA IF EXISTS " + schema + " CASCADE",
        "DROP VIEW IF EXISTS shared.open_totals, shared.open_invoices",
        "DROP TABLE IF EXISTS shared.notes, shared.invoices, shared.customers, shared.tickets",
        "DROP SEQUENCE IF EXISTS shared.ticket");
  }
}
