package io.aegisx.tenancy.encryption.kms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Which key wraps the tenants' keys, and for how long those are remembered. */
@ConfigMapping(prefix = "tenancy.encryption")
public interface EncryptionSettings {

  /**
   * What wraps the keys of tenants: {@code local} (a key made of {@code ENCRYPTION_SECRET}), {@code
   * vault}, {@code aws}, or {@code none}. By default {@code local} where {@code ENCRYPTION_SECRET}
   * is set, and {@code none} where it is not: then secrets are refused.
   */
  Optional<String> provider();

  /**
   * The {@code ENCRYPTION_SECRET} before the current one: keys that it wrapped still unwrap. Base64
   * of at least 32 bytes.
   */
  Optional<String> previousSecret();

  /** For how long an unwrapped key is remembered, a second or more. */
  @WithDefault("10m")
  @DurationMin(seconds = 1)
  Duration keyLifetime();

  /** For how many tenants keys are remembered, 1 to 1,000,000. */
  @WithDefault("10000")
  @Positive
  @Max(1_000_000)
  int cachedTenants();

  /** How many values a rotation re-encrypts in one transaction, 1 to 10,000. */
  @WithDefault("200")
  @Positive
  @Max(10_000)
  int rotationBatch();

  /**
   * How long keys that a rotation replaced remain at least. Longer than a request takes, and than a
   * replica needs to hear of new keys.
   */
  @WithDefault("1m")
  Duration oldKeysRemain();

  /** How often rotations that another replica left unfinished are looked for, a second or more. */
  @WithDefault("30s")
  @DurationMin(seconds = 1)
  Duration rotationCheckEvery();
}
