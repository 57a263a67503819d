package io.aegisx.tenancy.administration.fleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.aegisx.tenancy.registry.StorageVersion;
import io.aegisx.tenancy.registry.usage.StoredSize;
import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Tenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a tenant's tables are, and how they are. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Storage")
public record StorageView(
    @Schema(required = true) UUID tenantId,
    @Schema(required = true) Isolation isolation,
    @Schema(required = true) String database,
    @Schema(required = true) String schema,
    @Schema(required = true, description = "Whether the database was there before the tenant")
        boolean adopted,
    @Schema(required = true) State state,
    @Nullable Integer version,
    @Schema(required = true, description = "The version that all are to have") int target,
    @Nullable Instant migratedAt,
    @Nullable @Schema(description = "Why the last attempt to migrate it failed") String error,
    @Nullable Long bytes,
    @Nullable Instant measuredAt) {

  /** Whether its tables are up to date. */
  @Schema(name = "StorageState")
  public enum State {
    @JsonProperty("current")
    CURRENT,
    @JsonProperty("behind")
    BEHIND,
    /** None is made yet. */
    @JsonProperty("none")
    NONE
  }

  static StorageView of(
      Tenant tenant,
      String database,
      int target,
      Optional<StorageVersion> own,
      Optional<StoredSize> size) {
    boolean shared = tenant.isolation() == Isolation.SHARED_DATABASE;
    Optional<Integer> version = shared ? Optional.of(target) : own.flatMap(StorageVersion::made);
    return new StorageView(
        tenant.id().value(),
        tenant.isolation(),
        database,
        tenant.placement().schema(),
        tenant.adopted().isPresent(),
        version.map(made -> made < target ? State.BEHIND : State.CURRENT).orElse(State.NONE),
        version.<@Nullable Integer>map(made -> made).orElse(null),
        target,
        own.<@Nullable Instant>map(StorageVersion::migratedAt).orElse(null),
        own.flatMap(StorageVersion::error).<@Nullable String>map(text -> text).orElse(null),
        size.<@Nullable Long>map(StoredSize::bytes).orElse(null),
        size.<@Nullable Instant>map(StoredSize::measuredAt).orElse(null));
  }
}
