/** Wraps keys with AWS KMS. Uses {@code encryption.kms}, {@code blocking}. */
@NullMarked
package io.aegisx.tenancy.encryption.kms.aws;

import org.jspecify.annotations.NullMarked;
