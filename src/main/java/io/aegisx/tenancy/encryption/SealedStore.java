package io.aegisx.tenancy.encryption;

import io.smallrye.mutiny.Uni;

/**
 * Something that keeps ciphertexts with a tenant's data. A bean of this type has them re-encrypted
 * when the tenant's key is rotated.
 */
public interface SealedStore {

  /** How many values of the current tenant other keys than the active one have encrypted. */
  Uni<Long> outdated(Keyring keys);

  /**
   * Encrypts some of them with the active key, in one transaction. A value that somebody writes at
   * the same time stays as that one wrote it.
   *
   * @param most how many at most
   * @return how many were looked at; fewer than {@code most} when there are no more
   */
  Uni<Integer> renew(Keyring keys, int most);
}
