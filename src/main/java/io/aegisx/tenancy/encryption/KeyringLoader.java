package io.aegisx.tenancy.encryption;

import io.aegisx.tenancy.encryption.kms.KeyProvider;
import io.aegisx.tenancy.encryption.kms.KeyProviders;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.registry.keys.DataKeyRecords;
import io.aegisx.tenancy.registry.keys.DataKeyRecords.DataKeyRecord;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;

/** Reads a tenant's keys from the registry and has them unwrapped; makes the first ones. */
@ApplicationScoped
class KeyringLoader {

  private static final Logger LOG = Logger.getLogger(KeyringLoader.class);
  private static final int KEY_BYTES = 32;
  private static final String DATA = "data";
  private static final String INDEX = "index";

  private final KeyProviders providers;
  private final DataKeyRecords records;
  private final SecureRandom random = new SecureRandom();

  KeyringLoader(KeyProviders providers, DataKeyRecords records) {
    this.providers = providers;
    this.records = records;
  }

  Uni<Keyring> load(TenantId tenant) {
    return records
        .of(tenant)
        .flatMap(found -> found.isEmpty() ? firstKeys(tenant) : Uni.createFrom().item(found))
        .flatMap(found -> unwrapped(tenant, usable(found)));
  }

  private static List<DataKeyRecord> usable(List<DataKeyRecord> all) {
    List<DataKeyRecord> usable =
        all.stream().filter(record -> record.wrapped().isPresent()).toList();
    if (usable.isEmpty()) {
      throw new ProblemException(
          ErrorCode.CONFLICT, "The keys of this tenant are destroyed: what they encrypted is lost");
    }
    return usable;
  }

  private Uni<List<DataKeyRecord>> firstKeys(TenantId tenant) {
    KeyProvider provider = inForce();
    return wrap(provider, tenant, DATA, 1)
        .flatMap(
            data ->
                wrap(provider, tenant, INDEX, 1)
                    .flatMap(index -> records.addFirst(tenant, provider.name(), data, index)))
        .chain(() -> records.of(tenant));
  }

  /** Makes the version after the last one. */
  Uni<Void> addNext(TenantId tenant) {
    KeyProvider provider = inForce();
    return records
        .of(tenant)
        .map(KeyringLoader::usable)
        .flatMap(found -> addNext(provider, tenant, found))
        .invoke(KeyringLoader::requireAdded)
        .replaceWithVoid();
  }

  private Uni<Boolean> addNext(KeyProvider provider, TenantId tenant, List<DataKeyRecord> found) {
    int version =
        1
            + found.stream()
                .filter(KeyringLoader::isData)
                .mapToInt(DataKeyRecord::version)
                .max()
                .orElse(0);
    return wrap(provider, tenant, DATA, version)
        .flatMap(
            data ->
                rewrappedIndex(provider, tenant, found)
                    .flatMap(
                        index -> records.addNext(tenant, provider.name(), version, data, index)));
  }

  private static boolean isData(DataKeyRecord record) {
    return record.purpose().equals(DATA);
  }

  /**
   * The key for blind indexes stays the same, or nothing would be found any more. It is wrapped
   * anew, so that after a rotation nothing needs what wrapped keys before.
   */
  private Uni<byte[]> rewrappedIndex(
      KeyProvider provider, TenantId tenant, List<DataKeyRecord> found) {
    DataKeyRecord index =
        found.stream().filter(record -> !isData(record)).findFirst().orElseThrow();
    return unwrapBytes(tenant, index)
        .flatMap(key -> told(provider.wrap(key, context(tenant, INDEX, index.version()))));
  }

  private static void requireAdded(boolean added) {
    if (!added) {
      throw new ProblemException(ErrorCode.CONFLICT, "A rotation of this tenant is under way");
    }
  }

  /** Makes a new key and answers it wrapped. */
  private Uni<byte[]> wrap(KeyProvider provider, TenantId tenant, String purpose, int version) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return told(provider.wrap(key, context(tenant, purpose, version)))
        .onTermination()
        .invoke(() -> Arrays.fill(key, (byte) 0));
  }

  private KeyProvider inForce() {
    return providers
        .inForce()
        .orElseThrow(
            () ->
                new ProblemException(
                    ErrorCode.CONFLICT, "This installation has no key to encrypt with"));
  }

  private Uni<Keyring> unwrapped(TenantId tenant, List<DataKeyRecord> found) {
    return unwrapped(tenant, found, DATA)
        .flatMap(
            data ->
                unwrapped(tenant, found, INDEX)
                    .map(index -> new Keyring(tenant, last(data), data, last(index))));
  }

  private Uni<List<DataKey>> unwrapped(TenantId tenant, List<DataKeyRecord> found, String purpose) {
    return Multi.createFrom()
        .iterable(found)
        .filter(record -> record.purpose().equals(purpose))
        .onItem()
        .transformToUniAndConcatenate(record -> unwrap(tenant, record))
        .collect()
        .asList();
  }

  /** They are in the order of their versions: the last one is the active one. */
  private static DataKey last(List<DataKey> keys) {
    return keys.get(keys.size() - 1);
  }

  private Uni<DataKey> unwrap(TenantId tenant, DataKeyRecord record) {
    return unwrapBytes(tenant, record).map(bytes -> new DataKey(record.version(), bytes));
  }

  private Uni<byte[]> unwrapBytes(TenantId tenant, DataKeyRecord record) {
    byte[] context = context(tenant, record.purpose(), record.version());
    return told(
        Uni.createFrom()
            .deferred(() -> whatWrapped(record).unwrap(record.wrapped().orElseThrow(), context)));
  }

  private KeyProvider whatWrapped(DataKeyRecord record) {
    return providers
        .named(record.provider())
        .filter(KeyProvider::isConfigured)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A key was wrapped by "
                        + record.provider()
                        + ", which has no settings any more: give them back, and rotate"));
  }

  /** A wrapped key is of no use in another tenant's row, or in the place of another version. */
  private static byte[] context(TenantId tenant, String purpose, int version) {
    return (tenant + "/" + purpose + "/" + version).getBytes(StandardCharsets.US_ASCII);
  }

  private static Uni<byte[]> told(Uni<byte[]> answer) {
    return answer
        .onFailure(failure -> !(failure instanceof ProblemException))
        .invoke(failure -> LOG.errorf(failure, "A key of a tenant is not to be had"))
        .onFailure(failure -> !(failure instanceof ProblemException))
        .transform(
            failure ->
                new ProblemException(
                    ErrorCode.STORAGE_UNAVAILABLE, "The tenant's key is not to be had now"));
  }
}
