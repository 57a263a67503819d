package io.aegisx.tenancy.tenant;

import java.security.SecureRandom;
import java.util.UUID;

/** Time-ordered identifiers: UUID version 7, RFC 9562 section 5.7. */
public final class UuidV7 {

  private UuidV7() {}

  /** A new identifier: 48 bits of Unix milliseconds, then 74 random bits. */
  public static UUID next() {
    // Made per call: a SecureRandom kept in a static field would be seeded when the image is built.
    SecureRandom random = Holder.RANDOM;
    long high = (System.currentTimeMillis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static final class Holder {
    static final SecureRandom RANDOM = new SecureRandom();
  }
}
