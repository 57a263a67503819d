package io.aegisx.tenancy.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.aegisx.tenancy.tenant.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is encrypted for one place of one tenant decrypts there, and nowhere else. */
class KeyringTest {

  private static final Place PLACE = new Place("users", "name", "1");

  @Property(tries = 200)
  void aValueComesBack(@ForAll @Size(max = 2000) byte[] plain, @ForAll long seed) {
    Keyring keys = keyring(seed, 1);

    assertArrayEquals(plain, keys.open(PLACE, keys.seal(PLACE, plain)));
  }

  @Property(tries = 200)
  void noOtherPlaceDecryptsIt(
      @ForAll String table,
      @ForAll String column,
      @ForAll String row,
      @ForAll String otherTable,
      @ForAll String otherColumn,
      @ForAll String otherRow) {
    Place one = new Place(table, column, row);
    Place two = new Place(otherTable, otherColumn, otherRow);
    Assume.that(!one.equals(two));
    Keyring keys = keyring(1, 1);

    byte[] sealed = keys.seal(one, new byte[] {1});

    assertThrows(NotDecryptableException.class, () -> keys.open(two, sealed));
  }

  @Property(tries = 100)
  void partsOfAPlaceCannotBeShifted(@ForAll String a, @ForAll String b, @ForAll String c) {
    Assume.that(!b.isEmpty());
    Keyring keys = keyring(1, 1);

    byte[] sealed = keys.seal(new Place(a + b, c, ""), new byte[] {1});

    assertThrows(NotDecryptableException.class, () -> keys.open(new Place(a, b + c, ""), sealed));
  }

  @Property(tries = 100)
  void noOtherTenantDecryptsItEvenWithTheSameKey(@ForAll long one, @ForAll long two) {
    Assume.that(one != two);
    byte[] sealed = ringOf(new TenantId(new UUID(one, 1)), 7, 1).seal(PLACE, new byte[] {1});

    assertThrows(
        NotDecryptableException.class,
        () -> ringOf(new TenantId(new UUID(two, 1)), 7, 1).open(PLACE, sealed));
  }

  @Property(tries = 200)
  void oneFlippedBitIsNoticed(@ForAll @IntRange(max = 10_000) int position, @ForAll long seed) {
    Keyring keys = keyring(seed, 1);
    byte[] sealed = keys.seal(PLACE, new byte[20]);
    sealed[position / 8 % sealed.length] ^= (byte) (1 << position % 8);

    assertThrows(NotDecryptableException.class, () -> keys.open(PLACE, sealed));
  }

  @Property(tries = 50)
  void aTruncatedOneIsNoticed(@ForAll @IntRange(max = 52) int length) {
    Keyring keys = keyring(1, 1);
    byte[] sealed = keys.seal(PLACE, new byte[20]);

    assertThrows(
        NotDecryptableException.class, () -> keys.open(PLACE, Arrays.copyOf(sealed, length)));
  }

  @Property(tries = 50)
  void olderVersionsAreReadAndTheNewestWrites(@ForAll @IntRange(min = 1, max = 5) int versions) {
    byte[] old = keyring(3, 1).seal(PLACE, new byte[] {1});
    Keyring keys = keyring(3, versions);

    assertArrayEquals(new byte[] {1}, keys.open(PLACE, old));
    assertEquals(versions, Keyring.versionOf(keys.seal(PLACE, new byte[] {1})));
  }

  @Property(tries = 100)
  void blindIndexesAreEqualForEqualValuesOfOneTenantAndColumnOnly(
      @ForAll String value, @ForAll String other) {
    Keyring keys = keyring(1, 1);
    byte[] index = keys.blindIndex("users", "name", value);

    assertArrayEquals(index, keyring(1, 2).blindIndex("users", "name", value));
    assertFalse(Arrays.equals(index, keyring(2, 1).blindIndex("users", "name", value)));
    assertFalse(Arrays.equals(index, keys.blindIndex("users", "email", value)));
    assertEquals(
        value.equals(other), Arrays.equals(index, keys.blindIndex("users", "name", other)));
  }

  @Property(tries = 10)
  void wipedKeysDoNothingAnyMore(@ForAll long seed) {
    Keyring keys = keyring(seed, 2);
    byte[] sealed = keys.seal(PLACE, new byte[] {1});
    keys.wipe();

    assertThrows(IllegalStateException.class, () -> keys.open(PLACE, sealed));
    assertThrows(IllegalStateException.class, () -> keys.seal(PLACE, new byte[] {1}));
    assertThrows(IllegalStateException.class, () -> keys.blindIndex("a", "b", "c"));
  }

  private static Keyring keyring(long seed, int versions) {
    return ringOf(new TenantId(new UUID(0, 1)), seed, versions);
  }

  private static Keyring ringOf(TenantId tenant, long seed, int versions) {
    List<DataKey> keys =
        java.util.stream.IntStream.rangeClosed(1, versions)
            .mapToObj(version -> new DataKey(version, bytes(seed * 31 + version)))
            .toList();
    return new Keyring(tenant, keys.get(versions - 1), keys, new DataKey(1, bytes(~seed)));
  }

  private static byte[] bytes(long seed) {
    byte[] bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
