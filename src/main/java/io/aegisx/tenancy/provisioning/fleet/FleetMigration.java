package io.aegisx.tenancy.provisioning.fleet;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.database.SqlState;
import io.aegisx.tenancy.provisioning.StorageUpgrade;
import io.aegisx.tenancy.provisioning.migration.TenantScripts;
import io.aegisx.tenancy.registry.StorageVersions;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Migrates the tenants that are behind. What is done is recorded tenant by tenant, so that a run
 * that was broken off is gone on with by the next one; one tenant's failure is not another's.
 */
@ApplicationScoped
public class FleetMigration {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final int LONGEST_ERROR = 500;

  private final StorageVersions versions;
  private final TenantScripts scripts;
  private final StorageUpgrade upgrade;
  private final MigrationSettings settings;
  private final BlockingDoor blocking;

  FleetMigration(
      StorageVersions versions,
      TenantScripts scripts,
      StorageUpgrade upgrade,
      MigrationSettings settings,
      BlockingDoor blocking) {
    this.versions = versions;
    this.scripts = scripts;
    this.upgrade = upgrade;
    this.settings = settings;
    this.blocking = blocking;
  }

  /** The version that all tenants are to have. */
  public Uni<Integer> target() {
    return blocking.run(scripts::latest);
  }

  /** The tenants that are behind. */
  public Uni<List<Tenant>> behind() {
    return target().flatMap(versions::behind);
  }

  /**
   * Migrates in waves. A wave begins only if those before it did not fail too often.
   *
   * @param mostFailures how many tenants may fail before no further wave begins
   */
  public Multi<MigrationOutcome> run(List<List<Tenant>> waves, int parallel, int mostFailures) {
    AtomicInteger failures = new AtomicInteger();
    return Multi.createFrom()
        .iterable(() -> IntStream.range(0, waves.size()).iterator())
        .onItem()
        .transformToMultiAndConcatenate(
            wave ->
                failures.get() > mostFailures
                    ? Multi.createFrom().empty()
                    : wave(waves.get(wave), wave + 1, parallel))
        .invoke(outcome -> failures.addAndGet(outcome.failed() ? 1 : 0));
  }

  private Multi<MigrationOutcome> wave(List<Tenant> tenants, int number, int parallel) {
    return Multi.createFrom()
        .iterable(tenants)
        .onItem()
        .transformToUni(tenant -> migrate(tenant, number))
        .merge(parallel);
  }

  private Uni<MigrationOutcome> migrate(Tenant tenant, int wave) {
    long begun = System.nanoTime();
    return upgrade
        .run(tenant, settings.lockTimeout())
        .onFailure(FleetMigration::wasInUse)
        .retry()
        .withBackOff(FIRST_PAUSE)
        .atMost(settings.retries())
        .map(done -> Optional.<String>empty())
        .onFailure()
        .recoverWithItem(failure -> Optional.of(reason(failure)))
        .call(error -> error.map(text -> record(tenant, text)).orElseGet(FleetMigration::nothing))
        .map(error -> outcome(tenant, wave, begun, error));
  }

  private static MigrationOutcome outcome(
      Tenant tenant, int wave, long begun, Optional<String> error) {
    return new MigrationOutcome(tenant, wave, Duration.ofNanos(System.nanoTime() - begun), error);
  }

  private static boolean wasInUse(Throwable failure) {
    return failure instanceof SQLException sql
        && SqlState.of(sql).filter(List.of("55P03", "40P01")::contains).isPresent();
  }

  private static String reason(Throwable failure) {
    // Backing off wraps the last failure.
    Throwable cause =
        failure instanceof IllegalStateException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String text = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
  }

  private Uni<Void> record(Tenant tenant, String error) {
    return versions.fail(tenant.id(), error).onFailure().recoverWithNull();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
