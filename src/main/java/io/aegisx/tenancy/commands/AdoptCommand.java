package io.aegisx.tenancy.commands;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.provisioning.adoption.Adoption;
import io.aegisx.tenancy.provisioning.adoption.AdoptionRefusedException;
import io.aegisx.tenancy.provisioning.adoption.AdoptionTenants.Wanted;
import io.aegisx.tenancy.provisioning.adoption.Adoptions;
import io.aegisx.tenancy.provisioning.adoption.plan.Source;
import io.aegisx.tenancy.tenant.Isolation;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the data of a single-tenant database the data of one tenant. */
@Command(
    name = "adopt",
    mixinStandardHelpOptions = true,
    description = {
      "Makes tables that know nothing of tenants the tables of one tenant: shared with others, in a"
          + " schema of its own, or in the database where they are.",
      "Without --finish it does what can be done while the old application writes; --finish switches"
          + " in one transaction, after which the old application finds its tables no more. What was"
          + " broken off is gone on with by the same command."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:Done",
      "1:A step failed: the same command goes on from there, --undo takes all back",
      "2:An option is wrong",
      "3:It cannot be done, and nothing was changed",
      "78:A setting is missing or wrong"
    })
class AdoptCommand implements Callable<Integer> {

  private static final Duration LONGEST_WAIT = Duration.ofDays(7);
  private static final int FAILED = 1;
  private static final int REFUSED = 3;

  private final Adoptions adoptions;
  private final BlockingDoor blocking;

  @Option(names = "--tenant", required = true, description = "Its subdomain; made if it is new.")
  String tenant = "";

  @Option(names = "--name", description = "The name of a new tenant.")
  Optional<String> name = Optional.empty();

  @Option(
      names = "--isolation",
      description =
          "Of a new tenant: shared_database, schema_per_tenant, or database_per_tenant, which keeps"
              + " the database as it is.")
  Optional<String> isolation = Optional.empty();

  @Option(names = "--database", description = "Where the tables are; the main one by default.")
  Optional<String> database = Optional.empty();

  @Option(
      names = "--schema",
      defaultValue = "public",
      description = "Where in the database; ${DEFAULT-VALUE} by default.")
  String schema = "public";

  @Option(
      names = "--tables",
      required = true,
      split = ",",
      description = "All tables that belong together, separated by commas.")
  List<String> tables = List.of();

  @ArgGroup Wish wish = new Wish();

  /** What else than to prepare. */
  static class Wish {
    @Option(names = "--dry-run", description = "Only prints the SQL, and how many rows it reads.")
    boolean dryRun;

    @Option(names = "--finish", description = "Does what is left, and switches.")
    boolean finish;

    @Option(names = "--undo", description = "Takes back all that was prepared.")
    boolean undo;
  }

  AdoptCommand(Adoptions adoptions, BlockingDoor blocking) {
    this.adoptions = adoptions;
    this.blocking = blocking;
  }

  @Override
  public Integer call() {
    try {
      Adoption adoption = blocking.commandWaits(adoptions.plan(wanted()), LONGEST_WAIT);
      AdoptionProgress progress = AdoptionProgress.of(System.console(), System.out, adoption);
      if (wish.dryRun) {
        progress.plan();
      } else {
        blocking.commandWaits(run(adoption, progress), LONGEST_WAIT);
      }
      return 0;
    } catch (AdoptionRefusedException refused) {
      refused.reasons().forEach(System.err::println);
      return REFUSED;
    } catch (RuntimeException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      System.err.println(cause.getMessage());
      return FAILED;
    }
  }

  private Wanted wanted() {
    Optional<Isolation> wantedIsolation =
        isolation.map(
            code ->
                List.of(Isolation.values()).stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(
                        () -> new AdoptionRefusedException("no isolation is called " + code)));
    Source source = new Source(database.orElseGet(adoptions::mainDatabase), schema, tables);
    return new Wanted(tenant, name, wantedIsolation, source);
  }

  private Uni<Void> run(Adoption adoption, AdoptionProgress progress) {
    if (wish.undo) {
      return adoptions.undo(adoption, progress).invoke(progress::undone);
    }
    if (adoption.finished()) {
      return Uni.createFrom().voidItem().invoke(progress::finished);
    }
    Uni<Void> prepared = adoptions.prepare(adoption, progress);
    return wish.finish
        ? prepared
            .chain(() -> adoptions.finish(adoption, progress))
            .replaceWithVoid()
            .invoke(progress::finished)
        : prepared.invoke(progress::prepared);
  }
}
