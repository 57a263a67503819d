package io.aegisx.tenancy.quota;

import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each plan includes. The defaults are in {@code application.properties}. */
@ConfigMapping(prefix = "tenancy")
public interface PlanSettings {

  /** By plan: {@code tenancy.plans.basic.…}, {@code .pro.…}, {@code .enterprise.…}. */
  Map<Plan, @Valid Limits> plans();

  /** What one plan includes. */
  interface Limits {

    /** How many users, 0 or more; 10, 100 and 10,000 by default. */
    @PositiveOrZero
    int maxUsers();

    /** How much storage in MB, 0 or more; 1,024, 10,240 and 102,400 by default. */
    @PositiveOrZero
    long storageLimit();

    /** Names of its features; none by default. */
    Optional<List<String>> features();

    /** Requests a second in the long run, 1 or more; 2,000, 5,000 and 20,000 by default. */
    @Min(1)
    int requestsPerSecond();

    /** Requests at once after a quiet time, 1 or more; 4,000, 10,000 and 40,000 by default. */
    @Min(1)
    int burst();

    /**
     * Requests being served at the same time by one replica, 1 or more; 200, 400 and 800 by
     * default. Also the weight of its tenants when the service is saturated.
     */
    @Min(1)
    int concurrentRequests();

    /** How long one statement may take; then {@code STORAGE_UNAVAILABLE}. 0 for no limit. */
    @WithDefault("10s")
    Duration statementTimeout();

    /** How long a statement may wait for a lock; then {@code CONFLICT}. 0 for no limit. */
    @WithDefault("10s")
    Duration lockTimeout();

    /** How long a transaction may do nothing before it is ended. 0 for no limit. */
    @WithDefault("15s")
    Duration idleInTransactionTimeout();

    /** The isolation of its tenants; by default that of {@code TENANCY_STRATEGY}. */
    Optional<Isolation> isolation();
  }
}
