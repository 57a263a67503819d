package io.aegisx.tenancy.encryption.kms;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Wraps with a key derived from {@code ENCRYPTION_SECRET} by HKDF-SHA-256 (RFC 5869), by
 * AES-256-GCM (NIST SP 800-38D). The secret has at least 256 random bits, so no slow derivation is
 * needed as for a password.
 */
@ApplicationScoped
class LocalKeyProvider implements KeyProvider {

  private static final byte[] PURPOSE =
      "aegisx key encryption key".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY_BYTES = 32;

  /** The current key first, then the one before it. */
  private final List<AesGcmJce> keys;

  LocalKeyProvider(
      @ConfigProperty(name = "encryption.secret") Optional<String> secret,
      EncryptionSettings settings) {
    this.keys =
        Stream.of(secret, settings.previousSecret())
            .flatMap(Optional::stream)
            .filter(text -> !text.isBlank())
            .map(LocalKeyProvider::derive)
            .toList();
  }

  private static AesGcmJce derive(String secret) {
    try {
      byte[] material = Base64.getDecoder().decode(secret);
      return new AesGcmJce(
          Hkdf.computeHkdf("HMACSHA256", material, new byte[0], PURPOSE, KEY_BYTES));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public Optional<String> problem() {
    return keys.isEmpty() ? Optional.of("ENCRYPTION_SECRET is missing") : Optional.empty();
  }

  @Override
  public Uni<byte[]> wrap(byte[] key, byte[] context) {
    return Uni.createFrom().item(() -> encrypt(key, context));
  }

  private byte[] encrypt(byte[] key, byte[] context) {
    try {
      return keys.get(0).encrypt(key, context);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public Uni<byte[]> unwrap(byte[] wrapped, byte[] context) {
    return Uni.createFrom().item(() -> decrypt(wrapped, context));
  }

  private byte[] decrypt(byte[] wrapped, byte[] context) {
    GeneralSecurityException last = new GeneralSecurityException("ENCRYPTION_SECRET is not set");
    for (AesGcmJce key : keys) {
      try {
        return key.decrypt(wrapped, context);
      } catch (GeneralSecurityException notThisOne) {
        last = notThisOne;
      }
    }
    throw new UnwrapFailedException(last);
  }
}
