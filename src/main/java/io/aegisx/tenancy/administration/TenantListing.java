package io.aegisx.tenancy.administration;

import io.aegisx.tenancy.access.Caller;
import io.aegisx.tenancy.http.Page;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.registry.TenantDirectory;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantQuery;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Lists tenants: all of them for the platform, one's own for everybody else. */
@ApplicationScoped
class TenantListing {

  private static final TenantQuery EVERY =
      new TenantQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final Caller caller;
  private final TenantRepository registry;
  private final TenantDirectory directory;
  private final TenantViews views;

  TenantListing(
      Caller caller, TenantRepository registry, TenantDirectory directory, TenantViews views) {
    this.caller = caller;
    this.registry = registry;
    this.directory = directory;
    this.views = views;
  }

  Uni<Page<TenantView>> list(PageRequest page, Filters filters) {
    return list(page, filters.toQuery());
  }

  /** The tenants that the caller may enter. */
  Uni<Page<TenantView>> mine(PageRequest page) {
    if (caller.isSuperAdmin()) {
      return list(page, EVERY);
    }
    page.limit();
    page.after();
    return caller
        .tenantName()
        .flatMap(TenantKey::parse)
        .map(directory::find)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(found -> found.filter(Tenant::isActive).filter(caller::mayEnter))
        .map(own -> new Page<>(own.map(views::of).stream().toList(), Optional.empty()));
  }

  private Uni<Page<TenantView>> list(PageRequest page, TenantQuery query) {
    int limit = page.limit();
    TenantSort sort = new TenantSort(query.order());
    return registry
        .list(query, sort.after(page), limit + 1)
        .map(found -> Page.of(found, limit, sort::cursorOf).map(views::of));
  }

  /** The filters of a request; an unknown value is an error, not an empty answer. */
  static class Filters {
    @Parameter(
        description = "Only with this status",
        schema = @Schema(implementation = TenantStatus.class))
    @QueryParam("status")
    @Nullable String status;

    @Parameter(description = "Only with this plan", schema = @Schema(implementation = Plan.class))
    @QueryParam("plan")
    @Nullable String plan;

    @Parameter(
        description = "Only with this isolation",
        schema = @Schema(implementation = Isolation.class))
    @QueryParam("isolation")
    @Nullable String isolation;

    @Parameter(description = "Only with this text in name or subdomain, in any case")
    @QueryParam("q")
    @Nullable String q;

    @Parameter(
        description = "In which order; with a minus sign in front the other way round",
        schema =
            @Schema(
                type = SchemaType.STRING,
                defaultValue = "id",
                enumeration = {
                  "id",
                  "-id",
                  "name",
                  "-name",
                  "subdomain",
                  "-subdomain",
                  "createdAt",
                  "-createdAt",
                  "updatedAt",
                  "-updatedAt"
                }))
    @QueryParam("sort")
    @Nullable String sort;

    TenantQuery toQuery() {
      return new TenantQuery(
          oneOf("status", status, List.of(TenantStatus.values()), TenantStatus::code),
          oneOf("plan", plan, List.of(Plan.values()), Plan::code),
          oneOf("isolation", isolation, List.of(Isolation.values()), Isolation::code),
          Optional.ofNullable(q).filter(text -> !text.isBlank()),
          TenantSort.orderOf(sort));
    }

    private static <E> Optional<E> oneOf(
        String field, @Nullable String text, List<E> values, Function<E, String> code) {
      if (text == null || text.isEmpty()) {
        return Optional.empty();
      }
      Optional<E> value = values.stream().filter(one -> code.apply(one).equals(text)).findFirst();
      if (value.isEmpty()) {
        throw ProblemException.invalid(
            field, "must be one of " + values.stream().map(code).collect(Collectors.joining(", ")));
      }
      return value;
    }
  }
}
