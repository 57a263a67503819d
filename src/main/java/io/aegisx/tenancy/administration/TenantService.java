package io.aegisx.tenancy.administration;

import com.fasterxml.jackson.databind.JsonNode;
import io.aegisx.tenancy.http.EntityTags;
import io.aegisx.tenancy.http.MergePatch;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.provisioning.onboarding.Provisioner;
import io.aegisx.tenancy.provisioning.purge.TenantPurge;
import io.aegisx.tenancy.registry.TenantDirectory;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads and changes tenants and leads them through their life. */
@ApplicationScoped
class TenantService {

  private static final int MOST_TRIES = 5;

  private final TenantLookup lookup;
  private final TenantRepository registry;
  private final TenantDirectory directory;
  private final Provisioner provisioner;
  private final TenantPurge purge;
  private final TenantChange change;
  private final TenantViews views;

  TenantService(
      TenantLookup lookup,
      TenantRepository registry,
      TenantDirectory directory,
      Provisioner provisioner,
      TenantPurge purge,
      TenantChange change,
      TenantViews views) {
    this.lookup = lookup;
    this.registry = registry;
    this.directory = directory;
    this.provisioner = provisioner;
    this.purge = purge;
    this.change = change;
    this.views = views;
  }

  Uni<Tagged<TenantView>> get(String name) {
    return lookup.find(name).map(views::tagged);
  }

  Uni<Tagged<TenantView>> change(
      String name, JsonNode body, MergePatch.Nulls nulls, @Nullable String ifMatch) {
    return update(name, ifMatch, tenant -> change.apply(kept(tenant), body, nulls))
        .map(views::tagged);
  }

  Uni<Tagged<TenantView>> suspend(String name, @Nullable String ifMatch) {
    return update(
            name,
            ifMatch,
            tenant ->
                to(TenantStatus.SUSPENDED, tenant, tenant.status().canSuspend(), "be suspended"))
        .map(views::tagged);
  }

  /** Activates a tenant; the storage of a pending one is made first. */
  Uni<Tagged<TenantView>> activate(String name, @Nullable String ifMatch) {
    return lookup
        .find(name)
        .invoke(tenant -> EntityTags.requireMatch(ifMatch, tenant.version()))
        .flatMap(
            tenant ->
                tenant.status() == TenantStatus.PENDING
                    ? provisioner.provision(tenant)
                    : update(
                        name,
                        ifMatch,
                        found ->
                            to(
                                TenantStatus.ACTIVE,
                                found,
                                found.status().canActivate(),
                                "be activated: restore it first")))
        .map(views::tagged);
  }

  /** Undoes a deletion; a tenant that is not deleted stays as it is. */
  Uni<Tagged<TenantView>> restore(String name, @Nullable String ifMatch) {
    return persistently(() -> tryRestore(name, ifMatch)).map(views::tagged);
  }

  private Uni<Tenant> tryRestore(String name, @Nullable String ifMatch) {
    return lookup
        .find(name)
        .invoke(tenant -> EntityTags.requireMatch(ifMatch, tenant.version()))
        .call(this::requireNoPurge)
        .flatMap(
            tenant ->
                tenant.status().canRestore()
                    ? written(tenant, registry.restore(tenant))
                    : Uni.createFrom().item(tenant));
  }

  private Uni<Void> requireNoPurge(Tenant tenant) {
    return purge.isBegun(tenant).invoke(TenantService::refuseIf).replaceWithVoid();
  }

  private static void refuseIf(boolean purged) {
    if (purged) {
      throw new ProblemException(ErrorCode.CONFLICT, "The tenant is being purged");
    }
  }

  Uni<Tagged<TenantView>> delete(String name, @Nullable String ifMatch) {
    return markDeleted(name, ifMatch).map(views::tagged);
  }

  /** Removes a tenant with its storage. It is refused everywhere before anything is dropped. */
  Uni<Void> purge(String name, @Nullable String ifMatch) {
    return markDeleted(name, ifMatch).flatMap(purge::run);
  }

  private Uni<Tenant> markDeleted(String name, @Nullable String ifMatch) {
    return update(name, ifMatch, tenant -> to(TenantStatus.DELETED, tenant, true, "be deleted"));
  }

  /** A deleted tenant is there to be restored or purged, not to be changed. */
  private static Tenant kept(Tenant tenant) {
    if (tenant.status() == TenantStatus.DELETED) {
      throw new ProblemException(ErrorCode.TENANT_NOT_FOUND, "The tenant is deleted");
    }
    return tenant;
  }

  private Uni<Tenant> update(String name, @Nullable String ifMatch, UnaryOperator<Tenant> edit) {
    return persistently(() -> tryUpdate(name, ifMatch, edit));
  }

  private static Uni<Tenant> persistently(Supplier<Uni<Tenant>> attempt) {
    return Uni.createFrom()
        .deferred(attempt::get)
        .onFailure(OvertakenException.class)
        .retry()
        .atMost(MOST_TRIES)
        .onFailure(OvertakenException.class)
        .transform(
            lost -> new ProblemException(ErrorCode.CONFLICT, "Others keep changing this tenant"));
  }

  private Uni<Tenant> tryUpdate(String name, @Nullable String ifMatch, UnaryOperator<Tenant> edit) {
    return lookup
        .find(name)
        .invoke(tenant -> EntityTags.requireMatch(ifMatch, tenant.version()))
        .flatMap(tenant -> write(tenant, edit.apply(tenant)));
  }

  private Uni<Tenant> write(Tenant before, Tenant after) {
    return after.equals(before)
        ? Uni.createFrom().item(before)
        : written(before, registry.update(after));
  }

  private Uni<Tenant> written(Tenant before, Uni<Optional<Tenant>> writing) {
    return writing
        .map(after -> after.orElseThrow(OvertakenException::new))
        .invoke(after -> directory.forget(before))
        .invoke(directory::forget);
  }

  private static Tenant to(TenantStatus status, Tenant tenant, boolean allowed, String what) {
    if (!allowed) {
      throw new ProblemException(
          ErrorCode.CONFLICT, "A " + tenant.status().code() + " tenant cannot " + what);
    }
    return tenant.withStatus(status);
  }

  /** Someone else changed the tenant between our read and our write. */
  private static final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
