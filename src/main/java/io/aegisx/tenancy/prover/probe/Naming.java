package io.aegisx.tenancy.prover.probe;

import io.aegisx.tenancy.prover.probe.LoopbackClient.Question;
import io.aegisx.tenancy.prover.trial.Canary;
import io.aegisx.tenancy.resolution.ResolutionSettings;
import io.aegisx.tenancy.resolution.ResolutionSettings.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Names a tenant in a request, in each of the ways that this deployment takes. */
@ApplicationScoped
class Naming {

  private final ResolutionSettings settings;

  Naming(ResolutionSettings settings) {
    this.settings = settings;
  }

  /** The ways that name a tenant apart from the token; never empty unless only the token counts. */
  List<Way> ways() {
    return Stream.of(Way.values())
        .filter(way -> settings.identification().contains(way.source))
        .toList();
  }

  Question ask(String method, String path, Way way, Canary tenant, Optional<String> token) {
    return ask(method, path, List.of(way), List.of(tenant), token);
  }

  /** A request in which each way names the tenant at its place in the list. */
  Question ask(
      String method, String path, List<Way> ways, List<Canary> tenants, Optional<String> token) {
    Map<String, String> headers = new HashMap<>();
    token.ifPresent(text -> headers.put("Authorization", "Bearer " + text));
    Optional<String> host = Optional.empty();
    String target = path;
    for (int i = 0; i < ways.size(); i++) {
      String name = tenants.get(i).subdomain();
      switch (ways.get(i)) {
        case HEADER -> headers.put("X-Tenant-ID", name);
        case PATH -> target = "/tenants/" + name + path;
        case HOST -> host = Optional.of(name + "." + settings.baseDomain());
      }
    }
    Optional<String> body = method.equals("PUT") ? Optional.of("{}") : Optional.empty();
    body.ifPresent(text -> headers.put("Content-Type", "application/json"));
    return new Question(method, target, host, headers, body);
  }

  /** Where a request can name a tenant. */
  enum Way {
    HEADER(Source.HEADER),
    PATH(Source.PATH),
    HOST(Source.SUBDOMAIN);

    private final Source source;

    Way(Source source) {
      this.source = source;
    }
  }
}
