package io.aegisx.tenancy.encryption.rotation;

import io.aegisx.tenancy.encryption.TenantKeys;
import io.aegisx.tenancy.http.EntityTags;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.registry.keys.DataKeyRecords;
import io.aegisx.tenancy.registry.keys.DataKeyRecords.DataKeyRecord;
import io.aegisx.tenancy.registry.keys.KeyRotations;
import io.aegisx.tenancy.registry.keys.KeyRotations.Rotation;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows, renews and destroys the keys of the current tenant. */
@ApplicationScoped
class KeyService {

  private final TenantKeys keys;
  private final DataKeyRecords records;
  private final KeyRotations rotations;
  private final RotationWorker worker;

  KeyService(
      TenantKeys keys, DataKeyRecords records, KeyRotations rotations, RotationWorker worker) {
    this.keys = keys;
    this.records = records;
    this.rotations = rotations;
    this.worker = worker;
  }

  Uni<Tagged<KeyView>> show() {
    return TenantContext.current().flatMap(tenant -> show(tenant.id()));
  }

  private Uni<Tagged<KeyView>> show(TenantId tenant) {
    return records
        .of(tenant)
        .flatMap(found -> rotations.of(tenant).map(rotation -> view(found, rotation)))
        .map(view -> new Tagged<>(view, Integer.toHexString(view.hashCode())));
  }

  private static KeyView view(List<DataKeyRecord> records, Optional<Rotation> rotation) {
    return new KeyView(
        records.stream().map(KeyService::version).toList(),
        rotation.map(KeyService::progress).orElse(null));
  }

  private static KeyView.Version version(DataKeyRecord record) {
    return new KeyView.Version(
        record.purpose(), record.version(), record.state(), record.provider(), record.createdAt());
  }

  private static KeyView.@Nullable Progress progress(Rotation rotation) {
    return new KeyView.Progress(
        rotation.version(),
        rotation.done(),
        rotation.total(),
        rotation.startedAt(),
        rotation.lastError());
  }

  /** Has a new key encrypt from now on, and what older ones encrypted re-encrypted. */
  Uni<Tagged<KeyView>> rotate(@Nullable String ifMatch) {
    return requireMatch(ifMatch).chain(TenantContext::current).flatMap(this::rotate);
  }

  private Uni<Void> requireMatch(@Nullable String ifMatch) {
    return show()
        .invoke(shown -> EntityTags.requireMatch(ifMatch, Optional.of(shown.tag())))
        .replaceWithVoid();
  }

  private Uni<Tagged<KeyView>> rotate(Tenant current) {
    TenantId tenant = current.id();
    return rotations
        .of(tenant)
        .invoke(KeyService::requireNone)
        .chain(() -> keys.addNext(tenant))
        .invoke(worker::lookNow)
        .chain(() -> show(tenant));
  }

  private static void requireNone(Optional<Rotation> underWay) {
    if (underWay.isPresent()) {
      throw new ProblemException(ErrorCode.CONFLICT, "A rotation of this tenant is under way");
    }
  }

  /** Destroys all keys: nothing that they encrypted can ever be read again. */
  Uni<Void> destroy(@Nullable String ifMatch) {
    return requireMatch(ifMatch)
        .chain(TenantContext::current)
        .flatMap(tenant -> keys.destroyAll(tenant.id()));
  }
}
