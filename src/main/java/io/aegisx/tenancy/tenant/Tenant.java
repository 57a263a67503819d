package io.aegisx.tenancy.tenant;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer of the platform, as the registry knows it.
 *
 * @param version counts the changes of this row; its entity tag
 * @param provisioningError why the last attempt to make its storage failed, if it did
 * @param storageVersion the newest migration that its tables have; 0 if none is recorded
 * @param adopted the database that it has, if that was there before it
 */
public record Tenant(
    TenantId id,
    String name,
    Subdomain subdomain,
    TenantStatus status,
    Plan plan,
    Isolation isolation,
    TenantSettings settings,
    Instant createdAt,
    Instant updatedAt,
    long version,
    Optional<String> provisioningError,
    int storageVersion,
    Optional<AdoptedDatabase> adopted) {

  /**
   * The oldest version of tenants' tables that this program can work with: migrations only add what
   * it does not need at once, or this is raised to the one that it needs.
   */
  public static final int OLDEST_STORAGE = 3;

  /** One that is to be made, as it is entered now. */
  public static Tenant pending(
      TenantId id,
      String name,
      Subdomain subdomain,
      Plan plan,
      Isolation isolation,
      TenantSettings settings,
      Optional<AdoptedDatabase> adopted) {
    Instant now = Instant.now();
    return new Tenant(
        id,
        name,
        subdomain,
        TenantStatus.PENDING,
        plan,
        isolation,
        settings,
        now,
        now,
        1,
        Optional.empty(),
        0,
        adopted);
  }

  /** Where its data is. */
  public Placement placement() {
    return adopted.map(AdoptedDatabase::placement).orElseGet(() -> Placement.of(id, isolation));
  }

  /** Whether its tables are new enough. Shared ones are, before anything is served. */
  public boolean isUpToDate() {
    return isolation == Isolation.SHARED_DATABASE || storageVersion >= OLDEST_STORAGE;
  }

  /** Whether requests for it are served. */
  public boolean isActive() {
    return status == TenantStatus.ACTIVE;
  }

  /** Whether the text, an id or a subdomain, names this tenant. Exact: no case is folded. */
  public boolean isNamed(String idOrSubdomain) {
    return subdomain.value().equals(idOrSubdomain) || id.toString().equals(idOrSubdomain);
  }

  /** The same tenant in another status. */
  public Tenant withStatus(TenantStatus next) {
    return new Tenant(
        id,
        name,
        subdomain,
        next,
        plan,
        isolation,
        settings,
        createdAt,
        updatedAt,
        version,
        provisioningError,
        storageVersion,
        adopted);
  }

  /** The host name of its own, if it has one. */
  public Optional<String> customDomain() {
    return Optional.ofNullable(settings.customDomain());
  }
}
