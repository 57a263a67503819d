package io.aegisx.tenancy.administration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aegisx.tenancy.access.Caller;
import io.aegisx.tenancy.blocking.Uncancelled;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.idempotency.IdempotencyKey;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.provisioning.onboarding.Provisioner;
import io.aegisx.tenancy.registry.TenantCreation;
import io.aegisx.tenancy.registry.TenantCreation.CreationKey;
import io.aegisx.tenancy.registry.TenantCreation.EarlierCreation;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Makes tenants, each request once. */
@ApplicationScoped
class TenantCreationService {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Caller caller;
  private final ObjectMapper json;
  private final TenantCreation creation;
  private final TenantRepository registry;
  private final Provisioner provisioner;
  private final NewTenants newTenants;
  private final TenantViews views;

  TenantCreationService(
      Caller caller,
      ObjectMapper json,
      TenantCreation creation,
      TenantRepository registry,
      Provisioner provisioner,
      NewTenants newTenants,
      TenantViews views) {
    this.caller = caller;
    this.json = json;
    this.creation = creation;
    this.registry = registry;
    this.provisioner = provisioner;
    this.newTenants = newTenants;
    this.views = views;
  }

  /** Makes a tenant; done when it is active. */
  Uni<Tagged<TenantView>> create(TenantInput input, Optional<IdempotencyKey> key) {
    return Uncancelled.of(() -> entered(input, keyOf(input, key), this::provision));
  }

  /** Makes a tenant; done when it is entered as pending, and goes on by itself. */
  Uni<Tagged<TenantView>> createLater(TenantInput input, Optional<IdempotencyKey> key) {
    return Uncancelled.of(() -> entered(input, keyOf(input, key), this::provisionBehind));
  }

  private Uni<Tagged<TenantView>> entered(
      TenantInput input, Optional<CreationKey> key, Function<Tenant, Uni<Tenant>> next) {
    Tenant tenant = newTenants.of(input);
    return creation
        .enter(tenant, key)
        .onFailure(ProblemException.class)
        .recoverWithUni(
            failure -> newTenants.unfinished(tenant, failure).replaceWith(Optional.empty()))
        .flatMap(
            earlier ->
                earlier
                    .map(first -> answerOf(first, key.orElseThrow(), next))
                    .orElseGet(() -> finish(tenant, key, next)));
  }

  private Uni<Tagged<TenantView>> finish(
      Tenant tenant, Optional<CreationKey> key, Function<Tenant, Uni<Tenant>> next) {
    return registry
        .find(new TenantKey.Name(tenant.subdomain().value()))
        .map(Optional::orElseThrow)
        .flatMap(next::apply)
        .map(views::tagged)
        .call(made -> keep(key, made));
  }

  private Uni<Tenant> provision(Tenant tenant) {
    return provisioner.provision(tenant);
  }

  private Uni<Tenant> provisionBehind(Tenant tenant) {
    // Its outcome is in the registry; nobody waits for it here.
    provisioner.provision(tenant).subscribe().with(active -> {}, failure -> {});
    return Uni.createFrom().item(tenant);
  }

  private Uni<Tagged<TenantView>> answerOf(
      EarlierCreation first, CreationKey key, Function<Tenant, Uni<Tenant>> next) {
    return first.response().isPresent()
        ? Uni.createFrom().item(read(first.response().get()))
        : registry
            .find(TenantKey.of(new TenantId(first.tenantId())))
            .flatMap(
                found ->
                    found.map(made -> answerOf(made, key, next)).orElseGet(() -> awaitAnswer(key)));
  }

  private Uni<Tagged<TenantView>> answerOf(
      Tenant made, CreationKey key, Function<Tenant, Uni<Tenant>> next) {
    if (NewTenants.isAbandoned(made)) {
      return finish(made, Optional.of(key), next);
    }
    // Whoever made it was told that it takes long, and never got to answer.
    return made.status() == TenantStatus.PENDING
        ? awaitAnswer(key)
        : Uni.createFrom().item(views.tagged(made)).call(answer -> keep(Optional.of(key), answer));
  }

  private Uni<Tagged<TenantView>> awaitAnswer(CreationKey key) {
    return creation
        .earlier(key)
        .onItem()
        .delayIt()
        .by(POLL)
        .repeat()
        .until(earlier -> earlier.response().isPresent())
        .collect()
        .last()
        .flatMap(unused -> creation.earlier(key))
        .map(earlier -> read(earlier.response().orElseThrow()))
        .ifNoItem()
        .after(LONGEST_WAIT)
        .failWith(
            () -> new ProblemException(ErrorCode.CONFLICT, "The first request is still at work"));
  }

  private Optional<CreationKey> keyOf(TenantInput input, Optional<IdempotencyKey> key) {
    return key.map(
        given ->
            new CreationKey(
                caller.subject(),
                given.value(),
                IdempotencyKey.fingerprint(json.<JsonNode>valueToTree(input).toString())));
  }

  private Uni<Void> keep(Optional<CreationKey> key, Tagged<TenantView> made) {
    return key.map(
            given ->
                creation.keepResponse(
                    given,
                    made.body().id(),
                    made.tag() + " " + json.<JsonNode>valueToTree(made.body())))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Tagged<TenantView> read(String kept) {
    int space = kept.indexOf(' ');
    try {
      return new Tagged<>(
          json.readValue(kept.substring(space + 1), TenantView.class), kept.substring(0, space));
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A kept answer cannot be read", damaged);
    }
  }

  /** Whether the made tenant was answered as pending. */
  static boolean isPending(Tagged<TenantView> made) {
    return made.body().status() == TenantStatus.PENDING;
  }
}
