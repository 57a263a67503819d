package io.aegisx.tenancy.resolution;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.registry.TenantDirectory;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks every source of a request and makes them agree on one tenant. */
@ApplicationScoped
public class TenantResolver {

  private final TenantDirectory directory;
  private final ResolutionSettings settings;
  private final HostSource hosts;
  private final TokenSource tokens;

  TenantResolver(TenantDirectory directory, ResolutionSettings settings) {
    this.directory = directory;
    this.settings = settings;
    this.hosts = new HostSource(settings.baseDomain());
    this.tokens = new TokenSource(settings.tenantClaim());
  }

  /** The tenant of a request. */
  public Uni<TenantResolution> resolve(TenantRequest request) {
    List<Naming> namings =
        settings.identification().stream().distinct().map(source -> ask(source, request)).toList();
    Optional<Naming.Refused> refused = firstOf(namings, Naming.Refused.class);
    if (refused.isPresent()) {
      return rejected(refused.get().code(), refused.get().detail());
    }
    List<TenantKey> keys = keysOf(namings, request);
    if (keys.isEmpty()) {
      return Uni.createFrom().item(new TenantResolution.None());
    }
    return Uni.join()
        .all(keys.stream().map(directory::find).toList())
        .andFailFast()
        .map(found -> agree(found, request));
  }

  private Naming ask(ResolutionSettings.Source source, TenantRequest request) {
    return switch (source) {
      case SUBDOMAIN -> hosts.read(request.hosts());
      case HEADER -> HeaderSource.read(request.tenantHeaders());
      case PATH -> PathSource.read(request.rawPath(), request.normalizedPath());
      case TOKEN -> tokens.read(request.authorization().orElse(null));
    };
  }

  private List<TenantKey> keysOf(List<Naming> namings, TenantRequest request) {
    List<TenantKey> keys =
        namings.stream()
            .filter(Naming.Named.class::isInstance)
            .map(naming -> ((Naming.Named) naming).key())
            .distinct()
            .toList();
    return keys.isEmpty() && PathSource.mayTakeDefault(request.rawPath())
        ? defaultKey().stream().toList()
        : keys;
  }

  private Optional<TenantKey> defaultKey() {
    return settings.defaultTenant().map(name -> new TenantKey.Name(name.toLowerCase(Locale.ROOT)));
  }

  private static TenantResolution agree(List<Optional<Tenant>> found, TenantRequest request) {
    List<Tenant> seen =
        found.stream()
            .flatMap(Optional::stream)
            .filter(tenant -> !isHidden(tenant, request))
            .toList();
    if (seen.isEmpty()) {
      return new TenantResolution.Rejected(ErrorCode.TENANT_NOT_FOUND, "There is no such tenant");
    }
    // A source that names nobody does not agree with one that names somebody.
    boolean agreed =
        seen.size() == found.size() && seen.stream().map(Tenant::id).distinct().count() == 1;
    return agreed
        ? new TenantResolution.Resolved(seen.get(0))
        : new TenantResolution.Rejected(
            ErrorCode.TENANT_CONFLICT, "Host, header and path must name the same tenant");
  }

  /** A deleted tenant is gone for all but the control plane, which can restore or purge it. */
  private static boolean isHidden(Tenant tenant, TenantRequest request) {
    return tenant.status() == TenantStatus.DELETED && !PathSource.isControlPlane(request.rawPath());
  }

  private static <T extends Naming> Optional<T> firstOf(List<Naming> namings, Class<T> type) {
    return namings.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Uni<TenantResolution> rejected(ErrorCode code, String detail) {
    return Uni.createFrom().item(new TenantResolution.Rejected(code, detail));
  }
}
