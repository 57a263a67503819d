package io.aegisx.tenancy.encryption.attribute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SealedTextTest {

  @Property(tries = 200)
  void plaintextComesBackAndIsNeverTakenForCiphertext(@ForAll("texts") String text) {
    String column = SealedText.plain(text);

    assertTrue(SealedText.ciphertext(column).isEmpty(), column);
    assertEquals(text, SealedText.text(column));
  }

  @Property(tries = 100)
  void ciphertextComesBackAndShowsItsKey(
      @ForAll @Size(min = 1, max = 100) byte[] bytes, @ForAll @IntRange(min = 1) int version) {
    int known = version % 1_000_000_000;
    String column = SealedText.sealed(known, bytes);

    assertArrayEquals(bytes, SealedText.ciphertext(column).orElseThrow());
    assertTrue(column.startsWith(SealedText.prefix(known)));
  }

  /** Any text, and such as try to look like something else. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.strings().map(text -> "enc:" + text),
        Arbitraries.strings().map(text -> "enc:0:" + text),
        Arbitraries.just("enc:1:1:AAAA"),
        Arbitraries.just("enc:0:enc:1:1:AAAA"));
  }
}
