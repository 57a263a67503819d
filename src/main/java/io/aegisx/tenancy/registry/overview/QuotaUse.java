package io.aegisx.tenancy.registry.overview;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of something that is limited a tenant had when it was last measured. */
@RegisterForReflection
public record QuotaUse(
    @Schema(required = true) TenantRef tenant,
    @Schema(
            required = true,
            enumeration = {"users", "storage"})
        String quota,
    @Schema(required = true, description = "Storage in bytes") long used,
    @Schema(required = true) long limit) {

  /**
   * What a plan allows where a tenant has no limit of its own.
   *
   * @param plan its code
   */
  public record Allowance(String plan, long users, long storageBytes) {}
}
