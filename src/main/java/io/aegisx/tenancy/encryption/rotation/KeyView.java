package io.aegisx.tenancy.encryption.rotation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a tenant, without the keys.
 *
 * @param rotation the one that is under way, if one is
 */
@RegisterForReflection
public record KeyView(@Schema(required = true) List<Version> keys, @Nullable Progress rotation) {

  /**
   * One version of a key.
   *
   * @param purpose {@code data}: encrypts values; {@code index}: makes blind indexes
   * @param state {@code active}, {@code old} (only decrypts), {@code destroyed}
   * @param provider what wraps it
   */
  @RegisterForReflection
  @Schema(name = "KeyVersion")
  public record Version(
      @Schema(required = true) String purpose,
      @Schema(required = true) int version,
      @Schema(required = true) String state,
      @Schema(required = true) String provider,
      @Schema(required = true) Instant createdAt) {}

  /**
   * How far a rotation has come.
   *
   * @param total how many values there are to re-encrypt, once they are counted
   * @param lastError why it does not get on, if it does not
   */
  @RegisterForReflection
  @Schema(name = "KeyRotation")
  public record Progress(
      @Schema(required = true) int version,
      @Schema(required = true) long done,
      @Nullable Long total,
      @Schema(required = true) Instant startedAt,
      @Nullable String lastError) {}
}
