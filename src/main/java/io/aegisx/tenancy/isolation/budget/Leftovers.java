package io.aegisx.tenancy.isolation.budget;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a connection in the pool remembers of those who used it. It must be nothing: whoever gets it
 * next may be another tenant.
 */
public final class Leftovers {

  private static final String STATE =
      "SELECT pg_backend_pid(), current_database(), current_setting('search_path'),"
          + " coalesce(current_setting('app.tenant_id', true), '')";

  private Leftovers() {}

  /** Asks a connection, and gives it back; one line, or none if it remembers nothing. */
  public static Future<List<String>> ofConnection(SqlConnection connection) {
    return connection
        .query(STATE)
        .execute()
        .map(rows -> describe(rows.iterator().next()))
        .eventually(() -> connection.close());
  }

  private static List<String> describe(Row row) {
    boolean bound = !row.getString(3).isEmpty();
    boolean searching = !row.getString(2).equals("pg_catalog");
    String where = "backend " + row.getInteger(0) + " of database " + row.getString(1);
    return Stream.of(
            bound ? where + " is still bound to tenant " + row.getString(3) : "",
            searching ? where + " still searches " + row.getString(2) : "")
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** The lines of all answers; an answer that failed has none. */
  public static Future<List<String>> join(List<Future<List<String>>> answers) {
    return Future.join(answers)
        .otherwiseEmpty()
        .map(
            done ->
                answers.stream()
                    .filter(Future::succeeded)
                    .flatMap(answer -> answer.result().stream())
                    .toList());
  }
}
