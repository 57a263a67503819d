package io.aegisx.tenancy.encryption.attribute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aegisx.tenancy.encryption.Keyring;
import io.aegisx.tenancy.encryption.SealedStore;
import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Re-encrypts marked attributes, by statements: neither versions nor times of rows change. */
@ApplicationScoped
class MarkedColumns implements SealedStore {

  private static final String OUTDATED = " WHERE {column} NOT LIKE :current || '%'";

  private static final String BATCH =
      "SELECT CAST(coalesce(json_agg(json_build_array(id, stored) ORDER BY id),"
          + " CAST('[]' AS json)) AS text) FROM (SELECT id, {column} AS stored FROM {table}"
          + OUTDATED
          + " AND id > CAST(CAST(:after AS text) AS uuid) ORDER BY id LIMIT ";

  private static final String FIRST = "00000000-0000-0000-0000-000000000000";

  private final MarkedAttributes attributes;
  private final TenantData data;
  private final ObjectMapper json;

  MarkedColumns(MarkedAttributes attributes, TenantData data, ObjectMapper json) {
    this.attributes = attributes;
    this.data = data;
    this.json = json;
  }

  @Override
  public Uni<Long> outdated(Keyring keys) {
    return Multi.createFrom()
        .iterable(attributes.all())
        .onItem()
        .transformToUniAndConcatenate(attribute -> outdated(attribute, keys))
        .collect()
        .in(() -> new long[1], (sum, more) -> sum[0] += more)
        .map(sum -> sum[0]);
  }

  private Uni<Long> outdated(MarkedAttribute attribute, Keyring keys) {
    String sql = of("SELECT CAST(count(*) AS text) FROM {table}" + OUTDATED, attribute);
    return data.read(() -> data.text(sql, current(keys))).map(Long::valueOf);
  }

  private static Map<String, Object> current(Keyring keys) {
    return Map.of("current", SealedText.prefix(keys.activeVersion()));
  }

  @Override
  public Uni<Integer> renew(Keyring keys, int most) {
    return Multi.createFrom()
        .iterable(attributes.all())
        .onItem()
        .transformToUniAndConcatenate(attribute -> renew(attribute, keys, most, FIRST))
        .collect()
        .asList()
        .map(done -> done.stream().mapToInt(Integer::intValue).max().orElse(0));
  }

  /** A batch in which nothing could be decrypted keeps none behind it from its turn. */
  private Uni<Integer> renew(MarkedAttribute attribute, Keyring keys, int most, String after) {
    return data.write(() -> batch(attribute, keys, most, after))
        .flatMap(
            done ->
                done.renewed() == 0 && done.rows() == most
                    ? renew(attribute, keys, most, done.last())
                    : Uni.createFrom().item(done.renewed() == 0 ? 0 : done.rows()));
  }

  private Uni<Done> batch(MarkedAttribute attribute, Keyring keys, int most, String after) {
    Map<String, Object> values = new HashMap<>(current(keys));
    values.put("after", after);
    return data.text(of(BATCH + most + ") AS batch", attribute), values)
        .flatMap(batch -> renewEach(attribute, keys, read(batch)));
  }

  private Uni<Done> renewEach(MarkedAttribute attribute, Keyring keys, List<JsonNode> rows) {
    String last = rows.isEmpty() ? FIRST : rows.get(rows.size() - 1).get(0).asText();
    return Multi.createFrom()
        .iterable(rows)
        .onItem()
        .transformToUniAndConcatenate(row -> renewOne(attribute, keys, row))
        .collect()
        .in(() -> new int[1], (sum, more) -> sum[0] += more)
        .map(sum -> new Done(rows.size(), sum[0], last));
  }

  /** What became of a batch. */
  private record Done(int rows, int renewed, String last) {}

  /** What somebody has written meanwhile stays, and what cannot be decrypted is left as it is. */
  private Uni<Integer> renewOne(MarkedAttribute attribute, Keyring keys, JsonNode row) {
    String id = row.get(0).asText();
    String stored = row.get(1).asText();
    Optional<String> plain = plain(attribute, keys, id, stored);
    if (plain.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    Map<String, Object> values = new HashMap<>();
    values.put("id", id);
    values.put("stored", stored);
    values.put("renewed", attribute.seal(keys, id, plain.get()));
    attribute
        .indexColumn()
        .ifPresent(column -> values.put("index", attribute.blindIndex(keys, plain.get())));
    return data.execute(update(attribute), values);
  }

  private static String update(MarkedAttribute attribute) {
    String index = attribute.indexColumn().map(column -> ", " + column + " = :index").orElse("");
    return of(
        "UPDATE {table} SET {column} = :renewed"
            + index
            + " WHERE id = CAST(CAST(:id AS text) AS uuid) AND {column} = :stored",
        attribute);
  }

  private static Optional<String> plain(
      MarkedAttribute attribute, Keyring keys, String id, String stored) {
    try {
      return Optional.of(
          SealedText.ciphertext(stored)
              .map(ciphertext -> attribute.open(keys, id, ciphertext))
              .orElseGet(() -> SealedText.text(stored)));
    } catch (ProblemException notDecryptable) {
      return Optional.empty();
    }
  }

  private List<JsonNode> read(String batch) {
    try {
      List<JsonNode> rows = new ArrayList<>();
      json.readTree(batch).forEach(rows::add);
      return rows;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String of(String sql, MarkedAttribute attribute) {
    return sql.replace("{table}", attribute.table()).replace("{column}", attribute.column());
  }
}
