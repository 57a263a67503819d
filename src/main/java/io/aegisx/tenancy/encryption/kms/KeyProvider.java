package io.aegisx.tenancy.encryption.kms;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Wraps data keys with a key-encryption key. Implementations never block. One is in force, chosen
 * by {@code tenancy.encryption.provider}; those that wrapped keys before still have to unwrap them.
 */
public interface KeyProvider {

  /** The name in settings and beside each wrapped key. */
  String name();

  /** Which of its settings is missing or wrong, in one line that names it. */
  Optional<String> problem();

  /** Whether it has all that it needs to work. */
  default boolean isConfigured() {
    return problem().isEmpty();
  }

  /**
   * Encrypts a data key.
   *
   * @param key 32 bytes
   * @param context what the key is bound to: it unwraps with the same context only
   */
  Uni<byte[]> wrap(byte[] key, byte[] context);

  /**
   * Decrypts a data key. Fails with {@link UnwrapFailedException} for one that was wrapped by
   * another key or for another context.
   */
  Uni<byte[]> unwrap(byte[] wrapped, byte[] context);

  /** A data key that this provider did not wrap, or not for this context. */
  final class UnwrapFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the provider said. */
    public UnwrapFailedException(Throwable cause) {
      super(cause);
    }
  }
}
