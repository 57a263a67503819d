package io.aegisx.tenancy.commands;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.provisioning.drift.DriftCheck;
import io.aegisx.tenancy.provisioning.drift.DriftReport;
import io.aegisx.tenancy.provisioning.fleet.MigrationSettings;
import io.aegisx.tenancy.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says in words which tenants' tables are not what their version makes. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description =
        "Compares the tables of all tenants with freshly migrated ones of the same version, and says"
            + " in words what differs. Changes nothing.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:All are what they should be",
      "1:Some differ",
      "2:An option is wrong, or there is no such tenant",
      "78:A setting is missing or wrong"
    })
class DriftCommand implements Callable<Integer> {

  private static final Duration LONGEST_WAIT = Duration.ofHours(24);
  private static final int DIFFERENT = 1;
  private static final int WRONG = 2;

  private final DriftCheck check;
  private final MigrationSettings settings;
  private final BlockingDoor blocking;
  private int compared;
  private int different;

  @Option(names = "--only", description = "Only this tenant: its id or subdomain.")
  Optional<String> only = Optional.empty();

  @Option(names = "--parallel", description = "So many connections at once.")
  Optional<Integer> parallel = Optional.empty();

  @Option(names = "--json", description = "A line of JSON for each schema, with its fingerprint.")
  boolean json;

  DriftCommand(DriftCheck check, MigrationSettings settings, BlockingDoor blocking) {
    this.check = check;
    this.settings = settings;
    this.blocking = blocking;
  }

  @Override
  public Integer call() {
    if (only.isEmpty()) {
      blocking.commandWaits(check.shared().invoke(this::tell), LONGEST_WAIT);
    }
    blocking.commandWaits(compareAll(), LONGEST_WAIT);
    if (compared == 0) {
      System.err.println("No tenant " + only.orElse("") + " has tables of its own.");
      return WRONG;
    }
    if (!json) {
      System.out.printf("%d of %d schemas differ.%n", different, compared);
    }
    return different > 0 ? DIFFERENT : 0;
  }

  private Uni<Void> compareAll() {
    return check
        .run(this::isMeant, parallel.orElse(settings.parallel()))
        .invoke(this::tell)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private boolean isMeant(Tenant tenant) {
    return only.isEmpty() || tenant.isNamed(only.get());
  }

  private void tell(DriftReport report) {
    compared++;
    different += report.differs() ? 1 : 0;
    if (json) {
      System.out.println(line(report).encode());
    } else {
      report.differences().forEach(words -> System.out.println(name(report) + ": " + words));
    }
  }

  private static String name(DriftReport report) {
    return report
        .tenant()
        .map(tenant -> tenant.subdomain().value() + " (" + tenant.id() + ")")
        .orElse("shared tables");
  }

  private static JsonObject line(DriftReport report) {
    JsonObject line = new JsonObject().put("differs", report.differs());
    report
        .tenant()
        .ifPresent(
            tenant ->
                line.put("tenant", tenant.id().toString())
                    .put("subdomain", tenant.subdomain().value()));
    return line.put("version", report.version())
        .put("fingerprint", report.fingerprint())
        .put("expected", report.expected())
        .put("differences", new JsonArray(report.differences()));
  }
}
