package io.aegisx.tenancy.prover.probe;

import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.prover.trial.Canary;
import io.aegisx.tenancy.prover.trial.Check;
import io.aegisx.tenancy.prover.trial.Probe;
import io.aegisx.tenancy.prover.trial.Trial;
import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.TenantContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Tries, below HTTP, what a careless or injected statement could: it names another tenant's id or
 * schema. Everything goes through the one door to tenant data, over the pools that requests use.
 */
@ApplicationScoped
class StatementProbe implements Probe {

  private static final String ALL = "SELECT count(*)::text FROM users";
  private static final String FOREIGN = ALL + " WHERE tenant_id = :tenant";
  private static final String CHANGE = "UPDATE users SET name = name WHERE tenant_id = :tenant";
  private static final String WRITE =
      "INSERT INTO users (tenant_id, id, email, name, created_at, updated_at)"
          + " VALUES (:tenant, :id, 'intruder@canary.invalid', 'intruder', now(), now())";

  private final Vertx vertx;
  private final TenantData data;

  StatementProbe(Vertx vertx, TenantData data) {
    this.vertx = vertx;
    this.data = data;
  }

  @Override
  public Uni<List<Trial>> run(List<Canary> canaries) {
    List<Uni<Trial>> trials = new ArrayList<>();
    for (Canary actor : canaries) {
      trials.add(counts(actor));
      actor.others(canaries).forEach(target -> trials.addAll(intrusions(actor, target)));
    }
    trials.add(unbound());
    return Multi.createFrom()
        .iterable(trials)
        .onItem()
        .transformToUniAndConcatenate(trial -> trial)
        .collect()
        .asList();
  }

  private Uni<Trial> counts(Canary actor) {
    return sees(actor, "counts users", ALL, Map.of(), "1");
  }

  private List<Uni<Trial>> intrusions(Canary actor, Canary target) {
    UUID id = target.tenant().id().value();
    String whose = " of " + target.subdomain();
    List<Uni<Trial>> trials = new ArrayList<>();
    trials.add(sees(actor, "counts users" + whose, FOREIGN, Map.of("tenant", id), "0"));
    trials.add(changesNothing(actor, "changes users" + whose, id));
    trials.add(cannotWrite(actor, "writes a user" + whose, id));
    if (sharesDatabase(actor, target)) {
      String elsewhere = ALL.replace("users", target.tenant().placement().schema() + ".users");
      trials.add(
          sees(
              actor,
              "counts users" + whose + " by schema",
              elsewhere + " WHERE tenant_id = :tenant",
              Map.of("tenant", id),
              "0"));
    }
    return trials;
  }

  private static boolean sharesDatabase(Canary actor, Canary target) {
    return !(actor.tenant().placement() instanceof Placement.Database)
        && !(target.tenant().placement() instanceof Placement.Database);
  }

  private Uni<Trial> sees(
      Canary actor, String does, String sql, Map<String, Object> parameters, String expected) {
    String what = actor.subdomain() + " " + does;
    return within(actor, () -> data.read(() -> data.text(sql, parameters)))
        .map(
            seen ->
                seen.equals(expected)
                    ? Trial.held(Check.STATEMENTS, what)
                    : Trial.broken(
                        Check.STATEMENTS, what, "saw " + seen + " instead of " + expected))
        .onFailure()
        .recoverWithItem(failure -> inconclusive(Check.STATEMENTS, what, failure));
  }

  private Uni<Trial> changesNothing(Canary actor, String does, UUID target) {
    String what = actor.subdomain() + " " + does;
    return within(actor, () -> data.write(() -> data.execute(CHANGE, Map.of("tenant", target))))
        .map(
            changed ->
                changed == 0
                    ? Trial.held(Check.STATEMENTS, what)
                    : Trial.broken(Check.STATEMENTS, what, "changed " + changed + " rows"))
        .onFailure()
        .recoverWithItem(failure -> inconclusive(Check.STATEMENTS, what, failure));
  }

  /** Fails on purpose in the end: a write that the server let through must not stay. */
  private Uni<Trial> cannotWrite(Canary actor, String does, UUID target) {
    String what = actor.subdomain() + " " + does;
    Map<String, Object> row = Map.of("tenant", target, "id", UUID.randomUUID());
    return within(
            actor,
            () ->
                data.write(
                    () ->
                        data.execute(WRITE, row)
                            .<Trial>flatMap(
                                written -> Uni.createFrom().failure(new WrittenException()))))
        .onFailure(WrittenException.class)
        .recoverWithItem(() -> Trial.broken(Check.STATEMENTS, what, "was let through"))
        .onFailure(StatementProbe::isRefusal)
        .recoverWithItem(() -> Trial.held(Check.STATEMENTS, what))
        .onFailure()
        .recoverWithItem(failure -> inconclusive(Check.STATEMENTS, what, failure));
  }

  private Uni<Trial> unbound() {
    String what = "a statement where no tenant is bound";
    return TenantContext.apart(vertx, () -> data.read(() -> data.text(ALL, Map.of())))
        .map(seen -> Trial.broken(Check.UNBOUND, what, "saw " + seen + " rows"))
        .onFailure(io.aegisx.tenancy.tenant.TenantUnboundException.class)
        .recoverWithItem(() -> Trial.held(Check.UNBOUND, what))
        .onFailure()
        .recoverWithItem(failure -> inconclusive(Check.UNBOUND, what, failure));
  }

  private <T> Uni<T> within(Canary actor, Supplier<Uni<T>> work) {
    return TenantContext.within(vertx, actor.tenant(), work);
  }

  /** Insufficient privilege: how row-level security refuses a row. */
  private static boolean isRefusal(Throwable failure) {
    return io.aegisx.tenancy.database.SqlState.is(failure, "42501");
  }

  private static Trial inconclusive(Check check, String what, Throwable failure) {
    return Trial.inconclusive(check, what, String.valueOf(failure.getMessage()));
  }

  /** The write that must not be possible was. */
  private static final class WrittenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrittenException() {
      super("written", null, false, false);
    }
  }
}
