package io.aegisx.tenancy.provisioning.adoption.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What tables have that has to be made anew when they get a tenant, or moves with them. Blocks. */
public record SourceCatalog(
    List<Table> tables, List<Key> keys, List<Reference> references, List<Relation> others) {

  /**
   * A table.
   *
   * @param oid its number, of which names of new objects are made
   * @param rows about how many it has
   * @param keyed whether it has a key, which makes an index by tenant needless
   * @param empty whether it has a column for the tenant already, with nothing in it
   * @param key the columns of its primary key, quoted, and {@code types} their types
   */
  public record Table(
      String name,
      long oid,
      long rows,
      boolean keyed,
      boolean empty,
      List<String> key,
      List<String> types) {}

  /**
   * A unique index, of a constraint or by itself.
   *
   * @param columns its definition from the first column on
   * @param constraint {@code PRIMARY KEY}, {@code UNIQUE}, or empty if there is none
   * @param deferral of the constraint
   */
  public record Key(
      String table,
      String name,
      long oid,
      long rows,
      String columns,
      String constraint,
      String deferral) {}

  /**
   * A foreign key.
   *
   * @param columns those that refer, quoted
   * @param referenced the table, and {@code referencedColumns} its columns, quoted
   * @param actions what follows in its definition
   * @param validated whether all rows keep to it
   */
  public record Reference(
      String table,
      String name,
      long oid,
      long rows,
      String columns,
      String referenced,
      String referencedColumns,
      String actions,
      boolean validated) {}

  /**
   * What moves with the tables.
   *
   * @param kind {@code VIEW}; {@code SEQUENCE}, one that no column owns; {@code OWNED} one that
   *     goes with its table
   */
  public record Relation(String name, String kind) {}

  /** What the tables have now. */
  public static SourceCatalog of(Connection connection, Source source) throws SQLException {
    return new SourceCatalog(
        read(connection, source, CatalogQuestions.TABLES, SourceCatalog::table),
        read(connection, source, CatalogQuestions.KEYS, SourceCatalog::key),
        read(connection, source, CatalogQuestions.REFERENCES, SourceCatalog::reference),
        read(
            connection,
            source,
            CatalogQuestions.OTHERS,
            row -> new Relation(row.getString(1), row.getString(2))));
  }

  /** How a row is read. */
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Asks a question that takes the schema and the tables. */
  public static <T> List<T> read(
      Connection connection, Source source, String question, Reader<T> reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setString(1, source.schema());
      statement.setArray(2, connection.createArrayOf("text", source.tables().toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reader.read(rows));
        }
        return found;
      }
    }
  }

  private static Table table(ResultSet row) throws SQLException {
    return new Table(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getBoolean(4),
        row.getBoolean(5),
        List.of((String[]) row.getArray(6).getArray()),
        List.of((String[]) row.getArray(7).getArray()));
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getString(5),
        row.getString(6),
        row.getString(7));
  }

  private static Reference reference(ResultSet row) throws SQLException {
    return new Reference(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getBoolean(9));
  }

  /** The names of all that changes its schema. */
  public List<String> moving() {
    List<String> names = new ArrayList<>();
    tables.forEach(table -> names.add(table.name()));
    others.forEach(other -> names.add(other.name()));
    return names;
  }
}
