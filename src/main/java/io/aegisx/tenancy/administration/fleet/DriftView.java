package io.aegisx.tenancy.administration.fleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aegisx.tenancy.provisioning.drift.DriftReport;
import io.aegisx.tenancy.registry.overview.TenantRef;
import io.aegisx.tenancy.tenant.Tenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a schema differs from a freshly migrated one. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Drift")
public record DriftView(
    @Nullable @Schema(description = "Absent for the tables that tenants share") TenantRef tenant,
    @Schema(required = true, description = "The version that the registry says it has") int version,
    @Schema(
            required = true,
            description = "Of what it has, SHA-256 in hexadecimal; empty where there is nothing")
        String fingerprint,
    @Schema(required = true, description = "Of a freshly migrated one") String expected,
    @Schema(required = true) boolean differs,
    @Schema(required = true, description = "In words") List<String> differences) {

  static DriftView of(DriftReport report) {
    return new DriftView(
        report.tenant().<@Nullable TenantRef>map(DriftView::reference).orElse(null),
        report.version(),
        report.fingerprint(),
        report.expected(),
        report.differs(),
        report.differences());
  }

  private static TenantRef reference(Tenant tenant) {
    return new TenantRef(tenant.id().value(), tenant.name(), tenant.subdomain().value());
  }
}
