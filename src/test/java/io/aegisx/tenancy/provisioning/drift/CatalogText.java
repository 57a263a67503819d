package io.aegisx.tenancy.provisioning.drift;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** What a schema has, in one text, for tests that compare it before and after. */
public final class CatalogText {

  private CatalogText() {}

  public static String fingerprint(Connection connection, String schema) throws SQLException {
    connection.setAutoCommit(false);
    try {
      Facts facts = Catalog.of(connection, schema);
      return facts.fingerprint() + facts.differencesFrom(new Facts(Set.of()));
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
