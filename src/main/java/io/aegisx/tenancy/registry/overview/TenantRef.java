package io.aegisx.tenancy.registry.overview;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which tenant something is said of. */
@RegisterForReflection
public record TenantRef(
    @Schema(required = true) UUID id,
    @Schema(required = true) String name,
    @Schema(required = true) String subdomain) {

  /** The columns that {@link #of(Row)} reads, of {@code registry.tenants t}. */
  static final String COLUMNS = "t.id, t.name, t.subdomain";

  static TenantRef of(Row row) {
    return new TenantRef(row.getUUID("id"), row.getString("name"), row.getString("subdomain"));
  }
}
