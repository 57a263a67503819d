package io.aegisx.tenancy.tenant;

/**
 * A database that was there before it became that of a tenant.
 *
 * @param database its name, which it keeps
 * @param schema where the tables are that were there before
 */
public record AdoptedDatabase(String database, String schema) {

  Placement placement() {
    return new Placement.Database(database, java.util.Optional.of(schema));
  }
}
