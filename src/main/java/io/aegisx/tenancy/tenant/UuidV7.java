package io.aegisx.tenancy.tenant;

import java.util.UUID;

/** Time-ordered identifiers: UUID version 7, RFC 9562 section 5.7. */
public final class UuidV7 {

  private UuidV7() {}

  /** A new identifier: 48 bits of Unix milliseconds, then 74 bits of a secure random generator. */
  public static UUID next() {
    // The random bits, and the variant, are those of a version 4 identifier.
    UUID random = UUID.randomUUID();
    long high =
        (System.currentTimeMillis() << 16) | 0x7000L | (random.getMostSignificantBits() & 0x0FFFL);
    return new UUID(high, random.getLeastSignificantBits());
  }
}
