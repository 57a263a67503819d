package io.aegisx.tenancy.administration;

import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.TenantSettings;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant as its administrators see it, with the settings that are in force. */
@RegisterForReflection
@Schema(name = "Tenant")
public record TenantView(
    @Schema(required = true, readOnly = true) UUID id,
    @NotBlank @Size(max = 200) String name,
    @NotNull @Size(max = 63) @Schema(pattern = "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")
        String subdomain,
    @NotNull TenantStatus status,
    @NotNull Plan plan,
    @NotNull Isolation isolation,
    @NotNull @Valid TenantSettings settings,
    @Schema(required = true, readOnly = true) Instant createdAt,
    @Schema(required = true, readOnly = true) Instant updatedAt) {}
