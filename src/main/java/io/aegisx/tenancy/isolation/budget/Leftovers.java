package io.aegisx.tenancy.isolation.budget;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What connections in the pools remember of those who used them. It must be nothing: whoever gets
 * one next may be another tenant.
 *
 * @param remembered a line for each thing that a connection remembers
 * @param unanswered a line for each connection that could not be asked, of which nothing is known
 */
public record Leftovers(List<String> remembered, List<String> unanswered) {

  /** Of connections that remember nothing, or of none at all. */
  public static final Leftovers NONE = new Leftovers(List.of(), List.of());

  private static final String STATE =
      "SELECT pg_backend_pid(), current_database(), current_setting('search_path'),"
          + " coalesce(current_setting('app.tenant_id', true), '')";

  /** Asks a connection, and gives it back. */
  public static Future<Leftovers> ofConnection(SqlConnection connection) {
    return connection
        .query(STATE)
        .execute()
        .map(rows -> describe(rows.iterator().next()))
        .eventually(() -> connection.close());
  }

  private static Leftovers describe(Row row) {
    boolean bound = !row.getString(3).isEmpty();
    boolean searching = !row.getString(2).equals("pg_catalog");
    String where = "backend " + row.getInteger(0) + " of database " + row.getString(1);
    return new Leftovers(
        Stream.of(
                bound ? where + " is still bound to tenant " + row.getString(3) : "",
                searching ? where + " still searches " + row.getString(2) : "")
            .filter(text -> !text.isEmpty())
            .toList(),
        List.of());
  }

  /** All answers together; one that failed is told as such. */
  public static Future<Leftovers> join(List<Future<Leftovers>> answers) {
    return Future.join(answers).transform(done -> Future.succeededFuture(sum(answers)));
  }

  private static Leftovers sum(List<Future<Leftovers>> answers) {
    List<String> remembered = new ArrayList<>();
    List<String> unanswered = new ArrayList<>();
    for (Future<Leftovers> answer : answers) {
      if (answer.succeeded()) {
        remembered.addAll(answer.result().remembered());
        unanswered.addAll(answer.result().unanswered());
      } else {
        unanswered.add("a connection could not be asked: " + answer.cause().getMessage());
      }
    }
    return new Leftovers(List.copyOf(remembered), List.copyOf(unanswered));
  }
}
