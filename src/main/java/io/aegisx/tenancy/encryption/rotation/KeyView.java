package io.aegisx.tenancy.encryption.rotation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a tenant, without the keys.
 *
 * @param rotation the one that is under way, if one is
 */
@RegisterForReflection
public record KeyView(List<Version> keys, @Nullable Progress rotation) {

  /**
   * One version of a key.
   *
   * @param purpose {@code data}: encrypts values; {@code index}: makes blind indexes
   * @param state {@code active}, {@code old} (only decrypts), {@code destroyed}
   * @param provider what wraps it
   */
  @RegisterForReflection
  public record Version(
      String purpose, int version, String state, String provider, Instant createdAt) {}

  /**
   * How far a rotation has come.
   *
   * @param total how many values there are to re-encrypt, once they are counted
   * @param lastError why it does not get on, if it does not
   */
  @RegisterForReflection
  public record Progress(
      int version,
      long done,
      @Nullable Long total,
      Instant startedAt,
      @Nullable String lastError) {}
}
