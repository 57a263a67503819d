package io.aegisx.tenancy.encryption;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A tenant's key in the clear, until it is wiped. Ciphers copy it, for no longer than a use. */
final class DataKey {

  private static final String HMAC = "HmacSHA256";

  private final int version;
  private final byte[] bytes;
  private boolean wiped;

  /** Takes the bytes over: 32 of them. */
  DataKey(int version, byte[] bytes) {
    this.version = version;
    this.bytes = bytes;
  }

  int version() {
    return version;
  }

  /** AES-256-GCM with a random nonce, NIST SP 800-38D. */
  byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
    return cipher().encrypt(plain, associated);
  }

  byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
    return cipher().decrypt(sealed, associated);
  }

  private synchronized AesGcmJce cipher() throws GeneralSecurityException {
    requireWhole();
    return new AesGcmJce(bytes);
  }

  /** HMAC-SHA-256, RFC 2104. */
  byte[] mac(byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    initialise(mac);
    return mac.doFinal(message);
  }

  private synchronized void initialise(Mac mac) throws GeneralSecurityException {
    requireWhole();
    mac.init(new SecretKeySpec(bytes, HMAC));
  }

  private void requireWhole() {
    if (wiped) {
      throw new IllegalStateException("The key has been wiped");
    }
  }

  synchronized void wipe() {
    Arrays.fill(bytes, (byte) 0);
    wiped = true;
  }
}
