package io.aegisx.tenancy.prover.probe;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.access.token.CanaryIssuer;
import io.aegisx.tenancy.prover.probe.LoopbackClient.Question;
import io.aegisx.tenancy.prover.probe.Naming.Way;
import io.aegisx.tenancy.prover.trial.Canary;
import io.aegisx.tenancy.prover.trial.Check;
import io.aegisx.tenancy.prover.trial.Probe;
import io.aegisx.tenancy.prover.trial.Trial;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries to get from tenant to tenant as a client with a good token of one of them would. */
@ApplicationScoped
class HttpProbe implements Probe {

  private static final List<String> COLLECTIONS = List.of("/users", "/products");

  private final LoopbackClient client;
  private final CanaryIssuer issuer;
  private final Naming naming;

  HttpProbe(LoopbackClient client, CanaryIssuer issuer, Naming naming) {
    this.client = client;
    this.issuer = issuer;
    this.naming = naming;
  }

  @Override
  public Uni<List<Trial>> run(List<Canary> canaries) {
    return Multi.createFrom()
        .iterable(trials(canaries))
        .onItem()
        .transformToUniAndConcatenate(this::perform)
        .collect()
        .asList();
  }

  private Uni<Trial> perform(HttpTrial trial) {
    return client
        .send(trial.question())
        .map(trial::judge)
        .onFailure()
        .recoverWithItem(
            failure ->
                Trial.inconclusive(
                    trial.check(), trial.what(), String.valueOf(failure.getMessage())));
  }

  private List<HttpTrial> trials(List<Canary> canaries) {
    List<HttpTrial> trials = new ArrayList<>();
    for (Canary actor : canaries) {
      List<Canary> others = actor.others(canaries);
      naming.ways().forEach(way -> trials.addAll(ownData(actor, way, others)));
      for (Canary target : others) {
        naming.ways().forEach(way -> trials.addAll(entering(actor, target, way)));
        trials.addAll(guessing(actor, target));
        trials.addAll(disagreeing(actor, target));
      }
    }
    trials.addAll(alternating(canaries));
    return trials;
  }

  private List<HttpTrial> ownData(Canary actor, Way way, List<Canary> others) {
    return COLLECTIONS.stream()
        .map(
            path ->
                HttpTrial.shows(
                    Check.OWN_DATA,
                    "GET %s of %s, named by %s".formatted(path, actor.subdomain(), way),
                    naming.ask("GET", path, way, actor, token(actor)),
                    others,
                    actor.marker()))
        .toList();
  }

  private List<HttpTrial> entering(Canary actor, Canary target, Way way) {
    String what = "GET /users of %s, named by %s, ".formatted(target.subdomain(), way);
    Question asActor = naming.ask("GET", "/users", way, target, token(actor));
    Question asNobody = naming.ask("GET", "/users", way, target, Optional.empty());
    return List.of(
        HttpTrial.refused(
            Check.FOREIGN_TENANT,
            what + "with a token of " + actor.subdomain(),
            asActor,
            List.of(target),
            "TENANT_ACCESS_DENIED"),
        HttpTrial.refused(
            Check.NO_TOKEN,
            what + "without a token",
            asNobody,
            List.of(target),
            "UNAUTHENTICATED"));
  }

  private List<HttpTrial> guessing(Canary actor, Canary target) {
    List<String> paths = List.of("/users/" + target.userId(), "/products/" + target.productId());
    return naming.ways().stream()
        .limit(1)
        .flatMap(
            way ->
                paths.stream()
                    .flatMap(
                        path ->
                            List.of("GET", "PUT", "DELETE").stream()
                                .map(m -> guess(m, path, way, actor, target))))
        .toList();
  }

  private HttpTrial guess(String method, String path, Way way, Canary actor, Canary target) {
    return HttpTrial.refused(
        Check.GUESSED_ID,
        "%s %s of %s as %s".formatted(method, path, target.subdomain(), actor.subdomain()),
        naming.ask(method, path, way, actor, token(actor)),
        List.of(target),
        "NOT_FOUND");
  }

  private List<HttpTrial> disagreeing(Canary actor, Canary target) {
    List<Way> ways = naming.ways();
    return ways.size() < 2
        ? List.of()
        : List.of(
            HttpTrial.refused(
                Check.DISAGREEMENT,
                "GET /users with %s by %s and %s by %s"
                    .formatted(actor.subdomain(), ways.get(0), target.subdomain(), ways.get(1)),
                naming.ask(
                    "GET", "/users", ways.subList(0, 2), List.of(actor, target), token(actor)),
                List.of(target),
                "TENANT_CONFLICT"));
  }

  /** The same address for each tenant in turn, twice: an answer kept without its tenant shows. */
  private List<HttpTrial> alternating(List<Canary> canaries) {
    List<HttpTrial> trials = new ArrayList<>();
    for (int round = 1; round <= 2; round++) {
      for (Canary canary : canaries) {
        naming.ways().stream()
            .filter(way -> way != Way.PATH)
            .map(way -> profile(canary, way))
            .forEach(trials::add);
      }
    }
    return trials;
  }

  private HttpTrial profile(Canary canary, Way way) {
    return HttpTrial.shows(
        Check.PUBLIC_PROFILE,
        "GET /tenants/current of %s, named by %s".formatted(canary.subdomain(), way),
        naming.ask("GET", "/tenants/current", way, canary, Optional.empty()),
        List.of(),
        "\"subdomain\":\"" + canary.subdomain() + "\"");
  }

  private Optional<String> token(Canary canary) {
    return Optional.of(issuer.token(canary.tenant(), Roles.TENANT_ADMIN));
  }
}
