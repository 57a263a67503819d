package io.aegisx.tenancy.registry.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aegisx.tenancy.tenant.AdoptedDatabase;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.Subdomain;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.tenant.TenantSettings;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns rows of the tenants table into tenants. */
@ApplicationScoped
public class TenantRows {

  /** The columns that {@link #tenant} reads. */
  public static final String COLUMNS =
      "id, name, subdomain, status, plan, isolation, settings::text AS settings,"
          + " created_at, updated_at, version, provisioning_error,"
          + " (SELECT v.version FROM registry.storage_versions v WHERE v.tenant_id = tenants.id)"
          + " AS storage_version, adopted_database, adopted_schema";

  private final ObjectMapper json;

  TenantRows(ObjectMapper json) {
    this.json = json;
  }

  public Optional<Tenant> first(RowSet<Row> rows) {
    return all(rows).stream().findFirst();
  }

  /** The tenants in the rows, in their order. */
  public List<Tenant> all(RowSet<Row> rows) {
    List<Tenant> tenants = new ArrayList<>(rows.size());
    rows.forEach(row -> tenants.add(tenant(row)));
    return tenants;
  }

  public String write(TenantSettings settings) {
    try {
      return json.writeValueAsString(settings);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Tenant tenant(Row row) {
    return new Tenant(
        new TenantId(row.getUUID("id")),
        row.getString("name"),
        new Subdomain(row.getString("subdomain")),
        TenantStatus.valueOf(upper(row, "status")),
        Plan.valueOf(upper(row, "plan")),
        Isolation.valueOf(upper(row, "isolation")),
        settings(row.getString("settings")),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant(),
        row.getLong("version"),
        Optional.ofNullable(row.getString("provisioning_error")),
        Optional.ofNullable(row.getInteger("storage_version")).orElse(0),
        Optional.ofNullable(row.getString("adopted_database"))
            .map(database -> new AdoptedDatabase(database, row.getString("adopted_schema"))));
  }

  private TenantSettings settings(String text) {
    try {
      return json.readValue(text, TenantSettings.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("Stored settings of a tenant cannot be read", damaged);
    }
  }

  private static String upper(Row row, String column) {
    return row.getString(column).toUpperCase(Locale.ROOT);
  }
}
