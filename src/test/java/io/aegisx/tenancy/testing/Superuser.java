package io.aegisx.tenancy.testing;

import io.aegisx.tenancy.development.LocalPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Does and sees what only an operator can, in any database of a server. */
public record Superuser(LocalPostgres postgres) {

  /** Of the server behind the service that the test framework has started. */
  public static Superuser ofService() {
    return new Superuser(ServiceResource.postgres());
  }

  /** A connection to the main database. */
  public Connection connect() throws SQLException {
    return postgres.superuser(LocalPostgres.DATABASE);
  }

  /** Runs statements in the main database. */
  public void run(String... statements) {
    in(LocalPostgres.DATABASE, statements);
  }

  /** Runs statements in a database. */
  public void in(String database, String... statements) {
    try (Connection connection = postgres.superuser(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The first column of what a query in the main database answers. */
  public List<String> texts(String sql) {
    return textsIn(LocalPostgres.DATABASE, sql);
  }

  /** The first column of what a query in a database answers. */
  public List<String> textsIn(String database, String sql) {
    try (Connection connection = postgres.superuser(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
