package io.aegisx.tenancy.encryption.attribute;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text column tells ciphertext from plaintext: {@code enc:1:<key version>:<base64>} is
 * ciphertext, {@code enc:0:<text>} is a plaintext that would look like one, everything else is
 * plaintext.
 */
final class SealedText {

  private static final String MARK = "enc:";
  private static final String LITERAL = "enc:0:";
  private static final Pattern SEALED = Pattern.compile("enc:1:([0-9]{1,9}):([A-Za-z0-9+/]+=*)");

  private SealedText() {}

  static String sealed(int version, byte[] ciphertext) {
    return prefix(version) + Base64.getEncoder().encodeToString(ciphertext);
  }

  /** What every ciphertext of a key begins with. */
  static String prefix(int version) {
    return "enc:1:" + version + ":";
  }

  static String plain(String text) {
    return text.startsWith(MARK) ? LITERAL + text : text;
  }

  /** The ciphertext in a column, if it is one. */
  static Optional<byte[]> ciphertext(String column) {
    Matcher sealed = SEALED.matcher(column);
    try {
      return sealed.matches()
          ? Optional.of(Base64.getDecoder().decode(sealed.group(2)))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The text in a column that holds no ciphertext. */
  static String text(String column) {
    return column.startsWith(LITERAL) ? column.substring(LITERAL.length()) : column;
  }
}
