package io.aegisx.tenancy.tenant;

/** Where a tenant's tables are, derived from its id and isolation. */
public sealed interface Placement {

  /** The schema that holds the tables of all tenants without one of their own. */
  String SHARED_SCHEMA = "shared";

  /** The schema that holds the tables inside a database of one tenant. */
  String DATABASE_SCHEMA = "app";

  /** The prefix of the schemas and databases that belong to one tenant. */
  String PREFIX = "tenant_";

  /** The schema to search; always a plain lower-case identifier. */
  String schema();

  /** Tables shared with other tenants in the main database; row-level security keeps them apart. */
  record Shared() implements Placement {
    @Override
    public String schema() {
      return SHARED_SCHEMA;
    }
  }

  /** A schema of the tenant's own in the main database. */
  record Schema(String schema) implements Placement {}

  /** A database of the tenant's own. */
  record Database(String database) implements Placement {
    @Override
    public String schema() {
      return DATABASE_SCHEMA;
    }
  }

  /** The place for a tenant. */
  static Placement of(TenantId id, Isolation isolation) {
    return switch (isolation) {
      case SHARED_DATABASE -> new Shared();
      case SCHEMA_PER_TENANT -> new Schema(PREFIX + id.hex());
      case DATABASE_PER_TENANT -> new Database(PREFIX + id.hex());
    };
  }
}
