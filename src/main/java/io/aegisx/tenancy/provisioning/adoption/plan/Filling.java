package io.aegisx.tenancy.provisioning.adoption.plan;

import io.aegisx.tenancy.provisioning.adoption.plan.SourceCatalog.Table;
import io.aegisx.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills a column that is there already, batch by batch in the order of the primary key. Rows that
 * somebody has locked are passed over, so that nobody's transaction meets a deadlock, and come with
 * the next round. Blocks.
 */
public final class Filling {

  private static final int BATCH = 5_000;

  private static final String SQL =
      "WITH batch AS (SELECT {key} FROM {table} WHERE {open}{after} ORDER BY {key} LIMIT "
          + BATCH
          + " FOR UPDATE SKIP LOCKED), done AS (UPDATE {table} AS t SET tenant_id = {value}"
          + " FROM batch b WHERE {same} RETURNING 1) SELECT (SELECT count(*) FROM done), {texts}"
          + " FROM batch ORDER BY {last} LIMIT 1";

  private Filling() {}

  /** The first batch of a round, the batch after one, and whether a round is left to do. */
  static List<String> fill(Source source, Table table, TenantId tenant) {
    return statements(source, table, "tenant_id IS NULL", "'" + tenant + "'::uuid");
  }

  /** The same, back to nothing. */
  static List<String> empty(Source source, Table table) {
    return statements(source, table, "tenant_id IS NOT NULL", "NULL");
  }

  /** Answers a row if the column holds anything. */
  public static String anyValue(Source source, Table table) {
    return "SELECT 1 FROM "
        + source.qualified(table.name())
        + " WHERE tenant_id IS NOT NULL LIMIT 1";
  }

  private static List<String> statements(Source source, Table table, String open, String value) {
    String name = source.qualified(table.name());
    String key = String.join(", ", table.key());
    String batch =
        SQL.replace("{key}", key)
            .replace("{table}", name)
            .replace("{open}", open)
            .replace("{value}", value)
            .replace("{same}", each(table, "t.%1$s = b.%1$s", " AND "))
            .replace("{texts}", each(table, "%s::text", ", "))
            .replace("{last}", each(table, "%s DESC", ", "));
    String after =
        " AND (%s) > (%s)"
            .formatted(
                key,
                table.types().stream()
                    .map(type -> "?::text::" + type)
                    .collect(Collectors.joining(", ")));
    return List.of(
        batch.replace("{after}", ""),
        batch.replace("{after}", after),
        "SELECT 1 FROM " + name + " WHERE " + open + " LIMIT 1");
  }

  private static String each(Table table, String pattern, String between) {
    return table.key().stream().map(pattern::formatted).collect(Collectors.joining(between));
  }

  /** Runs such statements until nothing is left to do; tells how many rows each batch had. */
  public static void run(Connection connection, List<String> statements, LongConsumer progress)
      throws SQLException {
    do {
      List<String> last = batch(connection, statements.get(0), List.of(), progress);
      while (!last.isEmpty()) {
        last = batch(connection, statements.get(1), last, progress);
      }
    } while (isLeft(connection, statements.get(2)));
  }

  /** The key of the last row of the batch; nothing if there was none. */
  private static List<String> batch(
      Connection connection, String sql, List<String> after, LongConsumer progress)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < after.size(); i++) {
        statement.setString(i + 1, after.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return List.of();
        }
        progress.accept(row.getLong(1));
        return key(row);
      }
    }
  }

  private static List<String> key(ResultSet row) throws SQLException {
    List<String> key = new ArrayList<>();
    for (int column : IntStream.rangeClosed(2, row.getMetaData().getColumnCount()).toArray()) {
      key.add(row.getString(column));
    }
    return key;
  }

  private static boolean isLeft(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next();
    }
  }
}
