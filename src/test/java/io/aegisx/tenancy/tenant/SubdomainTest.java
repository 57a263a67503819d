package io.aegisx.tenancy.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubdomainTest {

  @Property(tries = 300)
  void everyLowerCaseLabelThatIsNotReservedIsTaken(
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 6, max = 63) String label) {
    if (!Subdomain.PLATFORM_LABELS.contains(label)) {
      assertEquals(label, new Subdomain(label).value());
    }
  }

  @Property(tries = 300)
  void anUpperCaseLetterIsNeverTaken(
      @ForAll @AlphaChars @StringLength(min = 1, max = 63) String label) {
    boolean hasUpperCase = label.chars().anyMatch(Character::isUpperCase);
    assertEquals(!hasUpperCase, Subdomain.isLabel(label));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "a-",
        "a_b",
        "a.b",
        "a b",
        "www",
        "api",
        "admin",
        "console",
        "current",
        "mine",
        "xn--bcher-kva",
        "ä",
        "a\0",
        "a\n"
      })
  void whatIsNoLabelOrReservedIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> new Subdomain(text));
  }

  @Test
  void aLabelOf63CharactersIsTheLongest() {
    assertTrue(Subdomain.problemWith("a".repeat(63)).isEmpty());
    assertTrue(Subdomain.problemWith("a".repeat(64)).isPresent());
  }

  @Property(tries = 50)
  void whatLooksLikeATenantIdIsRefused(@ForAll long high, @ForAll long low) {
    assertTrue(Subdomain.problemWith(new UUID(high, low).toString()).isPresent());
  }
}
