package io.aegisx.tenancy.encryption.attribute;

import io.aegisx.tenancy.encryption.TenantKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What to search for to find rows by the value of an encrypted attribute. */
@ApplicationScoped
public class BlindIndexes {

  private final MarkedAttributes attributes;
  private final CurrentKeys current;
  private final TenantKeys keys;

  BlindIndexes(MarkedAttributes attributes, CurrentKeys current, TenantKeys keys) {
    this.attributes = attributes;
    this.current = current;
    this.keys = keys;
  }

  /**
   * A value as it is found in the current tenant's rows.
   *
   * @param index what the index column holds; empty where nothing is encrypted
   * @param plain what the column itself holds where the value is not encrypted (yet)
   */
  public record Wanted(Optional<String> index, String plain) {}

  /** What to search for. */
  public Uni<Wanted> of(String table, String column, String value) {
    String plain = SealedText.plain(value);
    MarkedAttribute attribute =
        attributes.all().stream()
            .filter(one -> one.table().equals(table) && one.column().equals(column))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(table + "." + column));
    return current.areThere()
        ? keys.ofCurrentTenant()
            .map(ring -> new Wanted(Optional.of(attribute.blindIndex(ring, value)), plain))
        : Uni.createFrom().item(new Wanted(Optional.empty(), plain));
  }
}
