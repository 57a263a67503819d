package io.aegisx.tenancy.encryption;

import io.aegisx.tenancy.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A tenant's keys in the clear: one that encrypts, those before it, and one for blind indexes.
 *
 * <p>A ciphertext is a byte for its form, four for the version of its key, and what AES-256-GCM
 * makes: nonce, ciphertext, tag.
 */
public final class Keyring {

  private static final byte FORM = 1;
  private static final int HEAD_BYTES = 1 + Integer.BYTES;

  private final TenantId tenant;
  private final DataKey active;
  private final DataKey index;
  private final Map<Integer, DataKey> byVersion;

  Keyring(TenantId tenant, DataKey active, List<DataKey> readable, DataKey index) {
    this.tenant = tenant;
    this.active = active;
    this.index = index;
    this.byVersion =
        readable.stream().collect(Collectors.toMap(DataKey::version, Function.identity()));
  }

  /** The version that new ciphertexts have. */
  public int activeVersion() {
    return active.version();
  }

  /** Encrypts a value for a place. */
  public byte[] seal(Place place, byte[] plain) {
    try {
      byte[] sealed = active.encrypt(plain, place.within(tenant, active.version()));
      return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
          .put(FORM)
          .putInt(active.version())
          .put(sealed)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Decrypts what was encrypted for this tenant and this place.
   *
   * @throws NotDecryptableException for anything else, or if its key is gone
   */
  public byte[] open(Place place, byte[] ciphertext) {
    DataKey key = byVersion.get(versionOf(ciphertext));
    if (key == null) {
      throw new NotDecryptableException("Its key is not there any more");
    }
    byte[] sealed = new byte[ciphertext.length - HEAD_BYTES];
    System.arraycopy(ciphertext, HEAD_BYTES, sealed, 0, sealed.length);
    try {
      return key.decrypt(sealed, place.within(tenant, key.version()));
    } catch (GeneralSecurityException elsewhere) {
      throw new NotDecryptableException("It was not encrypted for this place");
    }
  }

  /** The version of the key that a ciphertext needs. */
  public static int versionOf(byte[] ciphertext) {
    if (ciphertext.length <= HEAD_BYTES || ciphertext[0] != FORM) {
      throw new NotDecryptableException("It is no ciphertext");
    }
    return ByteBuffer.wrap(ciphertext, 1, Integer.BYTES).getInt();
  }

  /**
   * Tells equal values of a column by equal bytes, without telling the value: HMAC-SHA-256 with a
   * key of this tenant, so that other tenants' equal values look different.
   *
   * @return 32 bytes
   */
  public byte[] blindIndex(String table, String column, String value) {
    byte[] message =
        (table.length() + ":" + table + column.length() + ":" + column + value)
            .getBytes(StandardCharsets.UTF_8);
    try {
      return index.mac(message);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  void wipe() {
    byVersion.values().forEach(DataKey::wipe);
    index.wipe();
  }
}
