package io.aegisx.tenancy.quota;

import io.aegisx.tenancy.tenant.Branding;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills in what a tenant's settings leave to its plan. */
@ApplicationScoped
public class PlanLimits {

  private static final long BYTES_PER_MB = 1_048_576;

  private final PlanSettings settings;
  private final Map<Plan, RateLimits> rates;

  PlanLimits(PlanSettings settings) {
    this.settings = settings;
    this.rates = new EnumMap<>(Plan.class);
    settings.plans().forEach((plan, limits) -> rates.put(plan, RateLimits.of(limits)));
  }

  /** The settings that are in force for a tenant; only a custom domain may still be absent. */
  public TenantSettings effective(Tenant tenant) {
    return effective(tenant.plan(), tenant.settings());
  }

  /** The settings that a plan and a tenant's own settings make together. */
  public TenantSettings effective(Plan plan, TenantSettings own) {
    PlanSettings.Limits limits = of(plan);
    return new TenantSettings(
        orElse(own.maxUsers(), limits.maxUsers()),
        orElse(own.storageLimit(), limits.storageLimit()),
        orElse(own.features(), limits.features().orElseGet(List::of)),
        own.customDomain(),
        orElse(own.branding(), Branding.NONE));
  }

  /** How many users a tenant may have. */
  public int maxUsers(Tenant tenant) {
    return orElse(tenant.settings().maxUsers(), maxUsers(tenant.plan()));
  }

  /** How many users a plan allows. */
  public int maxUsers(Plan plan) {
    return of(plan).maxUsers();
  }

  /** How many bytes a plan allows. */
  public long storageBytes(Plan plan) {
    return of(plan).storageLimit() * BYTES_PER_MB;
  }

  /** How many bytes a tenant may store; its limit is in MB of 1,048,576 bytes. */
  public long storageBytes(Tenant tenant) {
    return orElse(tenant.settings().storageLimit(), of(tenant.plan()).storageLimit())
        * BYTES_PER_MB;
  }

  /** How many requests a tenant may send. */
  public RateLimits rates(Tenant tenant) {
    return Objects.requireNonNull(
        rates.get(tenant.plan()),
        () -> "tenancy.plans." + tenant.plan().code() + " is not configured");
  }

  /** How long a tenant's statements may take. */
  public StatementLimits statements(Tenant tenant) {
    PlanSettings.Limits limits = of(tenant.plan());
    return new StatementLimits(
        limits.statementTimeout(), limits.lockTimeout(), limits.idleInTransactionTimeout());
  }

  /**
   * What to store so that the wanted settings are in force: a value that the plan gives anyway, and
   * that was not set before, is left to the plan.
   */
  public TenantSettings overrides(Plan planBefore, TenantSettings before, TenantSettings wanted) {
    TenantSettings inForce = effective(planBefore, before);
    return new TenantSettings(
        override(before.maxUsers(), inForce.maxUsers(), wanted.maxUsers()),
        override(before.storageLimit(), inForce.storageLimit(), wanted.storageLimit()),
        override(before.features(), inForce.features(), wanted.features()),
        wanted.customDomain(),
        override(before.branding(), inForce.branding(), wanted.branding()));
  }

  /** The isolation that the plan asks for, if it does. */
  public Optional<Isolation> isolation(Plan plan) {
    return of(plan).isolation();
  }

  private PlanSettings.Limits of(Plan plan) {
    return Objects.requireNonNull(
        settings.plans().get(plan), () -> "tenancy.plans." + plan.code() + " is not configured");
  }

  private static <T> T orElse(@Nullable T own, T plan) {
    return own == null ? plan : own;
  }

  private static <T> @Nullable T override(
      @Nullable T before, @Nullable T inForce, @Nullable T wanted) {
    return Objects.equals(inForce, wanted) ? before : wanted;
  }
}
