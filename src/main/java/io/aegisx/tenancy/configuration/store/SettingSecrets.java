package io.aegisx.tenancy.configuration.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.aegisx.tenancy.encryption.Keyring;
import io.aegisx.tenancy.encryption.NotDecryptableException;
import io.aegisx.tenancy.encryption.Place;
import io.aegisx.tenancy.encryption.SealedStore;
import io.aegisx.tenancy.encryption.TenantKeys;
import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Encrypts the values of secrets, each bound to its tenant and key. */
@ApplicationScoped
public class SettingSecrets implements SealedStore {

  private final TenantKeys keys;
  private final TenantData data;
  private final SettingStore store;
  private final ObjectMapper json;

  SettingSecrets(TenantKeys keys, TenantData data, SettingStore store, ObjectMapper json) {
    this.keys = keys;
    this.data = data;
    this.store = store;
    this.json = json;
  }

  /** The JSON to store for a secret value of the current tenant. */
  public Uni<String> seal(String key, JsonNode value) {
    return keys.ofCurrentTenant().map(ring -> seal(ring, key, value.toString()));
  }

  private static String seal(Keyring ring, String key, String value) {
    byte[] sealed = ring.seal(place(key), value.getBytes(StandardCharsets.UTF_8));
    return TextNode.valueOf(Base64.getEncoder().encodeToString(sealed)).toString();
  }

  /** The value that was sealed under the key for the current tenant. */
  public Uni<JsonNode> open(String key, JsonNode sealed) {
    return keys.ofCurrentTenant().map(ring -> parse(open(ring, key, sealed)));
  }

  private static String open(Keyring ring, String key, JsonNode sealed) {
    try {
      return new String(ring.open(place(key), bytes(sealed)), StandardCharsets.UTF_8);
    } catch (NotDecryptableException foreign) {
      throw new ProblemException(
          ErrorCode.CONFLICT, "The secret " + key + " cannot be decrypted: set it anew");
    }
  }

  private static Place place(String key) {
    return new Place("configuration", "value", key);
  }

  private static byte[] bytes(JsonNode sealed) {
    try {
      return Base64.getDecoder().decode(sealed.asText());
    } catch (IllegalArgumentException notOurs) {
      return new byte[0];
    }
  }

  private JsonNode parse(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public Uni<Long> outdated(Keyring ring) {
    return data.read(store::all).map(all -> (long) outdated(all, ring).size());
  }

  private static List<StoredSetting> outdated(List<StoredSetting> all, Keyring ring) {
    return all.stream().filter(setting -> isOutdated(setting, ring)).toList();
  }

  private static boolean isOutdated(StoredSetting setting, Keyring ring) {
    JsonNode value = setting.value();
    if (!setting.secret() || value == null) {
      return false;
    }
    try {
      return Keyring.versionOf(bytes(value)) != ring.activeVersion();
    } catch (NotDecryptableException damaged) {
      // Nothing can be done for it here; whoever reads it is told.
      return false;
    }
  }

  @Override
  public Uni<Integer> renew(Keyring ring, int most) {
    return data.write(
        () ->
            data.lock("configuration")
                .chain(store::all)
                .map(all -> outdated(all, ring).stream().limit(most).toList())
                .call(found -> renew(ring, found))
                .map(List::size));
  }

  private Uni<Void> renew(Keyring ring, List<StoredSetting> settings) {
    return Multi.createFrom()
        .iterable(settings)
        .onItem()
        .transformToUniAndConcatenate(setting -> renew(ring, setting))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** One that cannot be decrypted is left as it is: its key must not be destroyed. */
  private Uni<Void> renew(Keyring ring, StoredSetting setting) {
    JsonNode value = setting.value() == null ? TextNode.valueOf("") : setting.value();
    return Uni.createFrom()
        .item(() -> seal(ring, setting.key(), open(ring, setting.key(), value)))
        .flatMap(renewed -> store.renew(setting.key(), renewed))
        .onFailure(ProblemException.class)
        .recoverWithNull();
  }
}
