package io.aegisx.tenancy.encryption.attribute;

import io.aegisx.tenancy.encryption.Keyring;
import io.aegisx.tenancy.encryption.NotDecryptableException;
import io.aegisx.tenancy.encryption.Place;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An attribute that is marked {@link Encrypted}.
 *
 * @param position where it is in the state of its entity
 * @param indexPosition where its blind index is; -1 if it has none
 */
record MarkedAttribute(
    String table, String column, int position, int indexPosition, Optional<String> indexColumn) {

  String seal(Keyring keys, Object id, String plain) {
    byte[] sealed = keys.seal(place(id), plain.getBytes(StandardCharsets.UTF_8));
    return SealedText.sealed(keys.activeVersion(), sealed);
  }

  /** Decrypts what was encrypted for this row; anything else is told, and never shown. */
  String open(Keyring keys, Object id, byte[] ciphertext) {
    try {
      return new String(keys.open(place(id), ciphertext), StandardCharsets.UTF_8);
    } catch (NotDecryptableException foreign) {
      throw new ProblemException(
          ErrorCode.CONFLICT, "The " + column + " of " + table + "/" + id + " cannot be decrypted");
    }
  }

  String blindIndex(Keyring keys, String plain) {
    return HexFormat.of().formatHex(keys.blindIndex(table, column, plain));
  }

  private Place place(Object id) {
    return new Place(table, column, id.toString());
  }
}
