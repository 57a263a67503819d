package io.aegisx.tenancy.administration;

import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.TenantSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is needed to make a tenant. What is left out follows the plan, which is basic. */
@Schema(name = "NewTenant")
public record TenantInput(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Size(max = 63) @Schema(pattern = "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")
        String subdomain,
    @Nullable Plan plan,
    @Nullable Isolation isolation,
    @Nullable @Valid TenantSettings settings) {

  Plan planOrDefault() {
    return plan == null ? Plan.BASIC : plan;
  }

  TenantSettings settingsOrDefault() {
    return settings == null ? TenantSettings.EMPTY : settings;
  }
}
