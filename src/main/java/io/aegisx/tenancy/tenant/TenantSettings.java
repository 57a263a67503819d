package io.aegisx.tenancy.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's own limits and look. What is null follows the tenant's plan.
 *
 * @param maxUsers how many users the tenant may have
 * @param storageLimit how much it may store, in MB
 * @param features names of the features that it may use
 * @param customDomain a host name of its own, lower case, outside the base domain
 * @param branding how its pages look
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantSettings(
    @Nullable @PositiveOrZero @Max(10_000_000) Integer maxUsers,
    @Nullable @PositiveOrZero @Max(1_000_000_000) Long storageLimit,
    @Nullable @Size(max = 100)
        List<
                @NotNull
                @Pattern(
                    regexp = "^[a-z0-9][a-z0-9._-]{0,62}$",
                    message = "must be 1 to 63 of a-z 0-9 . _ -")
                String>
            features,
    @Nullable
        @Size(max = 253)
        @Pattern(
            regexp = "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$",
            message = "must be a host name in lower case, such as tenants.example.com")
        String customDomain,
    @Nullable @Valid Branding branding) {

  /** Everything as the plan says. */
  public static final TenantSettings EMPTY = new TenantSettings(null, null, null, null, null);
}
