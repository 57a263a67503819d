package io.aegisx.tenancy.provisioning.adoption;

import io.aegisx.tenancy.provisioning.adoption.plan.Source;
import io.aegisx.tenancy.provisioning.onboarding.Provisioner;
import io.aegisx.tenancy.registry.TenantCreation;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.AdoptedDatabase;
import io.aegisx.tenancy.tenant.Canaries;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.Subdomain;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantId;
import io.aegisx.tenancy.tenant.TenantSettings;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.aegisx.tenancy.tenant.UuidV7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The tenant whose the data becomes: one that is there, or a new one. */
@ApplicationScoped
public class AdoptionTenants {

  private final TenantRepository registry;
  private final TenantCreation creation;
  private final Provisioner provisioner;

  AdoptionTenants(TenantRepository registry, TenantCreation creation, Provisioner provisioner) {
    this.registry = registry;
    this.creation = creation;
    this.provisioner = provisioner;
  }

  /**
   * Who is meant.
   *
   * @param subdomain of a tenant that is there, or is to be
   * @param name of a new tenant; its subdomain unless given
   * @param isolation of a new tenant
   */
  public record Wanted(
      String subdomain, Optional<String> name, Optional<Isolation> isolation, Source source) {}

  /**
   * The tenant as it is, or as it would be entered.
   *
   * @throws AdoptionRefusedException through the answer, if it cannot be
   */
  public Uni<Tenant> find(Wanted wanted) {
    return registry
        .find(new TenantKey.Name(wanted.subdomain()))
        .map(found -> found.map(there -> checked(there, wanted)).orElseGet(() -> made(wanted)));
  }

  /** Enters the tenant if it is new, and makes its storage if it has none. */
  public Uni<Tenant> ensure(Tenant tenant) {
    return registry
        .find(TenantKey.of(tenant.id()))
        .flatMap(
            found ->
                found.isPresent()
                    ? Uni.createFrom().item(found.get())
                    : creation.enter(tenant, Optional.empty()).replaceWith(tenant))
        .flatMap(
            entered ->
                entered.status() == TenantStatus.PENDING
                    ? provisioner.provision(entered)
                    : Uni.createFrom().item(entered));
  }

  private static Tenant checked(Tenant there, Wanted wanted) {
    if (there.status() == TenantStatus.DELETED) {
      throw new AdoptionRefusedException("tenant " + wanted.subdomain() + " is deleted");
    }
    if (wanted.isolation().filter(isolation -> isolation != there.isolation()).isPresent()) {
      throw new AdoptionRefusedException(
          "tenant %s is there, with isolation %s"
              .formatted(wanted.subdomain(), there.isolation().code()));
    }
    if (there.isolation() == Isolation.DATABASE_PER_TENANT && !hasAdopted(there, wanted)) {
      throw new AdoptionRefusedException(
          "tenant %s has a database of its own already".formatted(wanted.subdomain()));
    }
    return there;
  }

  private static boolean hasAdopted(Tenant there, Wanted wanted) {
    return there.adopted().equals(Optional.of(adopted(wanted)));
  }

  private static AdoptedDatabase adopted(Wanted wanted) {
    return new AdoptedDatabase(wanted.source().database(), wanted.source().schema());
  }

  private static Tenant made(Wanted wanted) {
    Isolation isolation =
        wanted
            .isolation()
            .orElseThrow(
                () ->
                    new AdoptionRefusedException(
                        "there is no tenant "
                            + wanted.subdomain()
                            + ": say with which isolation to make it"));
    Optional<String> problem =
        wanted.subdomain().startsWith(Canaries.PREFIX)
            ? Optional.of("is reserved")
            : Subdomain.problemWith(wanted.subdomain());
    if (problem.isPresent()) {
      throw new AdoptionRefusedException("subdomain " + wanted.subdomain() + " " + problem.get());
    }
    boolean own = isolation == Isolation.DATABASE_PER_TENANT;
    return Tenant.pending(
        new TenantId(UuidV7.next()),
        wanted.name().orElse(wanted.subdomain()),
        new Subdomain(wanted.subdomain()),
        Plan.BASIC,
        isolation,
        TenantSettings.EMPTY,
        own ? Optional.of(adopted(wanted)) : Optional.empty());
  }
}
