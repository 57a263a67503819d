/**
 * Wraps keys with the Transit engine of HashiCorp Vault or OpenBao. Uses {@code encryption.kms}.
 */
@NullMarked
package io.aegisx.tenancy.encryption.kms.vault;

import org.jspecify.annotations.NullMarked;
