package io.aegisx.tenancy.encryption;

/** A ciphertext that was moved, changed, or whose key is gone. */
public final class NotDecryptableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotDecryptableException(String reason) {
    super(reason);
  }
}
