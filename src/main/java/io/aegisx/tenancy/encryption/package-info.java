/**
 * Envelope encryption: every tenant has data keys of its own, wrapped by a key of the installation,
 * and what they encrypt is bound to where it is kept. Uses {@code encryption.kms}, {@code
 * registry}, {@code isolation}, {@code access}, {@code problem}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.encryption;

import org.jspecify.annotations.NullMarked;
