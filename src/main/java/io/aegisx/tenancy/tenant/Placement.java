package io.aegisx.tenancy.tenant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /**
   * A database of the tenant's own.
   *
   * @param adoptedSchema where tables are that were there before the tenant
   */
  record Database(String database, Optional<String> adoptedSchema) implements Placement {

    Database(String database) {
      this(database, Optional.empty());
    }

    @Override
    public String schema() {
      return DATABASE_SCHEMA;
    }

    @Override
    public List<String> schemas() {
      return adoptedSchema.map(also -> List.of(DATABASE_SCHEMA, also)).orElse(List.of(schema()));
    }
  }

  /** All schemas with tables of the tenant, the one that is migrated first. */
  default List<String> schemas() {
    return List.of(schema());
  }

  /** The schemas to search, as {@code SET search_path} takes them. */
  default String searchPath() {
    return schemas().stream()
        .map(schema -> '"' + schema.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  /** The place for a tenant that keeps what was not there before it. */
  static Placement of(TenantId id, Isolation isolation) {
    return switch (isolation) {
      case SHARED_DATABASE -> new Shared();
      case SCHEMA_PER_TENANT -> new Schema(PREFIX + id.hex());
      case DATABASE_PER_TENANT -> new Database(PREFIX + id.hex());
    };
  }
}
