/**
 * Where the key that wraps all others is: in the service's own settings, or with a key service that
 * it never leaves. Uses {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.encryption.kms;

import org.jspecify.annotations.NullMarked;
