package io.aegisx.tenancy.administration;

import com.fasterxml.jackson.databind.JsonNode;
import io.aegisx.tenancy.access.Caller;
import io.aegisx.tenancy.http.MergePatch;
import io.aegisx.tenancy.http.Unchanged;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.problem.Violation;
import io.aegisx.tenancy.quota.PlanLimits;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Works out what a tenant becomes by a change, and whether this caller may make it. */
@ApplicationScoped
class TenantChange {

  private final Caller caller;
  private final MergePatch mergePatch;
  private final PlanLimits limits;
  private final TenantRules rules;
  private final TenantViews views;

  TenantChange(
      Caller caller,
      MergePatch mergePatch,
      PlanLimits limits,
      TenantRules rules,
      TenantViews views) {
    this.caller = caller;
    this.mergePatch = mergePatch;
    this.limits = limits;
    this.rules = rules;
    this.views = views;
  }

  Tenant apply(Tenant tenant, JsonNode change, MergePatch.Nulls nulls) {
    TenantView before = views.of(tenant);
    TenantView after = mergePatch.apply(before, change, TenantView.class, nulls);
    requireAllowed(before, after);
    Unchanged.require("id", before.id(), after.id());
    Unchanged.require("status", before.status(), after.status());
    Unchanged.require("isolation", before.isolation(), after.isolation());
    Unchanged.require("createdAt", before.createdAt(), after.createdAt());
    Unchanged.require("updatedAt", before.updatedAt(), after.updatedAt());
    rules.requireForeignDomain(after.settings());
    return new Tenant(
        tenant.id(),
        after.name(),
        rules.subdomain(after.subdomain()),
        tenant.status(),
        after.plan(),
        tenant.isolation(),
        limits.overrides(tenant.plan(), tenant.settings(), after.settings()),
        tenant.createdAt(),
        tenant.updatedAt(),
        tenant.version(),
        tenant.provisioningError(),
        tenant.storageVersion(),
        tenant.adopted());
  }

  /** A tenant's own administrator changes its name and its look, nothing else. */
  private void requireAllowed(TenantView before, TenantView after) {
    List<Violation> forbidden =
        caller.isSuperAdmin() ? List.of() : changedBeyondNameAndLook(before, after);
    if (!forbidden.isEmpty()) {
      throw new ProblemException(
          ErrorCode.FIELD_FORBIDDEN,
          "Only a super-admin may change "
              + String.join(", ", forbidden.stream().map(Violation::field).toList()),
          forbidden);
    }
  }

  private static List<Violation> changedBeyondNameAndLook(TenantView before, TenantView after) {
    TenantSettings old = before.settings();
    TenantSettings wanted = after.settings();
    return Stream.of(
            new Field("id", before.id(), after.id()),
            new Field("subdomain", before.subdomain(), after.subdomain()),
            new Field("status", before.status(), after.status()),
            new Field("plan", before.plan(), after.plan()),
            new Field("isolation", before.isolation(), after.isolation()),
            new Field("createdAt", before.createdAt(), after.createdAt()),
            new Field("updatedAt", before.updatedAt(), after.updatedAt()),
            new Field("settings.maxUsers", old.maxUsers(), wanted.maxUsers()),
            new Field("settings.storageLimit", old.storageLimit(), wanted.storageLimit()),
            new Field("settings.features", old.features(), wanted.features()),
            new Field("settings.customDomain", old.customDomain(), wanted.customDomain()))
        .filter(field -> !Objects.equals(field.before(), field.after()))
        .map(field -> new Violation(field.name(), "may be changed by a super-admin only"))
        .toList();
  }

  private record Field(
      String name,
      @org.jspecify.annotations.Nullable Object before,
      @org.jspecify.annotations.Nullable Object after) {}
}
