package io.aegisx.tenancy.commands;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.provisioning.fleet.FleetMigration;
import io.aegisx.tenancy.provisioning.fleet.MigrationSettings;
import io.aegisx.tenancy.provisioning.fleet.Waves;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the tables of all tenants up to date, a few at first, then more. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description =
        "Migrates the tables of all tenants that are behind: canaries, 1 %%, 10 %%, the rest."
            + " What was broken off is gone on with by the next run.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:All tenants are up to date, or would be",
      "1:Some tenants could not be migrated",
      "2:An option is wrong",
      "4:Too many failed: no further wave was begun",
      "78:A setting is missing or wrong"
    })
class MigrateCommand implements Callable<Integer> {

  private static final Duration LONGEST_WAIT = Duration.ofHours(24);
  private static final int FAILED = 1;
  private static final int STOPPED = 4;

  private final FleetMigration fleet;
  private final MigrationSettings settings;
  private final BlockingDoor blocking;

  @Option(names = "--dry-run", description = "Only says which tenants are behind.")
  boolean dryRun;

  @Option(names = "--only", description = "Only this tenant: its id or subdomain.")
  Optional<String> only = Optional.empty();

  @Option(names = "--wave", description = "Stops after so many waves.")
  int waves = Integer.MAX_VALUE;

  @Option(names = "--parallel", description = "So many tenants at once.")
  Optional<Integer> parallel = Optional.empty();

  @Option(
      names = "--max-failures",
      defaultValue = "5",
      description = "How many may fail before no further wave begins; ${DEFAULT-VALUE} by default.")
  int mostFailures;

  MigrateCommand(FleetMigration fleet, MigrationSettings settings, BlockingDoor blocking) {
    this.fleet = fleet;
    this.settings = settings;
    this.blocking = blocking;
  }

  @Override
  public Integer call() {
    long started = System.nanoTime();
    int target = blocking.commandWaits(fleet.target(), LONGEST_WAIT);
    List<Tenant> behind =
        blocking.commandWaits(fleet.behind(), LONGEST_WAIT).stream().filter(this::isMeant).toList();
    List<List<Tenant>> all = Waves.of(behind);
    List<List<Tenant>> begun = all.subList(0, Math.min(Math.max(0, waves), all.size()));
    MigrationProgress progress =
        MigrationProgress.of(System.console(), System.out, begun, target, started);
    if (dryRun) {
      progress.plan(all);
      return 0;
    }
    blocking.commandWaits(run(begun, progress), LONGEST_WAIT);
    progress.end();
    return code(progress);
  }

  private boolean isMeant(Tenant tenant) {
    return only.isEmpty() || tenant.isNamed(only.get());
  }

  private Uni<Void> run(List<List<Tenant>> begun, MigrationProgress progress) {
    return fleet
        .run(begun, parallel.orElse(settings.parallel()), mostFailures)
        .invoke(progress::tell)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static int code(MigrationProgress progress) {
    if (progress.left() > 0) {
      return STOPPED;
    }
    return progress.failed() > 0 ? FAILED : 0;
  }
}
