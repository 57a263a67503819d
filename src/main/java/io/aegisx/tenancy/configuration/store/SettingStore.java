package io.aegisx.tenancy.configuration.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aegisx.tenancy.isolation.TenantData;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The current tenant's own values. Only to be called inside {@link TenantData}. */
@ApplicationScoped
public class SettingStore {

  private static final TypeReference<List<StoredSetting>> ROWS = new TypeReference<>() {};

  private static final String SELECT =
      "SELECT CAST(coalesce(json_agg(json_build_object('key', key, 'set', value IS NOT NULL,"
          + " 'value', value, 'secret', secret, 'version', version, 'updatedAt',"
          + " to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'))"
          + " ORDER BY key COLLATE \"C\"), CAST('[]' AS json)) AS text) FROM configuration WHERE ";

  private static final String PUT =
      "INSERT INTO configuration AS c (key, value, secret, version)"
          + " VALUES (:key, CAST(CAST(:value AS text) AS jsonb), :secret, 1)"
          + " ON CONFLICT (tenant_id, key) DO UPDATE SET value = excluded.value,"
          + " secret = excluded.secret, version = c.version + 1, updated_at = clock_timestamp()";

  private static final String RENEW =
      "UPDATE configuration SET value = CAST(CAST(:value AS text) AS jsonb) WHERE key = :key";

  private static final String UNSET =
      "UPDATE configuration SET value = NULL, secret = false, version = version + 1,"
          + " updated_at = clock_timestamp() WHERE key = :key";

  private final TenantData data;
  private final ObjectMapper json;

  SettingStore(TenantData data, ObjectMapper json) {
    this.data = data;
    this.json = json;
  }

  /** Everything that is set, in the order of the keys. */
  public Uni<List<StoredSetting>> all() {
    return data.text(SELECT + "value IS NOT NULL", Map.of()).map(this::read);
  }

  /** What is kept under a key, also if it is unset now. */
  public Uni<Optional<StoredSetting>> find(String key) {
    return data.text(SELECT + "key = :key", Map.of("key", key))
        .map(array -> read(array).stream().findFirst());
  }

  public Uni<Void> put(String key, String value, boolean secret) {
    return data.execute(PUT, Map.of("key", key, "value", value, "secret", secret))
        .replaceWithVoid();
  }

  public Uni<Void> unset(String key) {
    return data.execute(UNSET, Map.of("key", key)).replaceWithVoid();
  }

  /** Writes the same value encrypted by another key: nothing that anybody would notice. */
  Uni<Void> renew(String key, String value) {
    return data.execute(RENEW, Map.of("key", key, "value", value)).replaceWithVoid();
  }

  private List<StoredSetting> read(String array) {
    try {
      return json.readValue(array, ROWS);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
