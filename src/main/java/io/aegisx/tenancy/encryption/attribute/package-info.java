/**
 * Encrypted attributes of entities: one annotation has Hibernate write ciphertext and read
 * plaintext. Uses {@code encryption}, {@code isolation}, {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.encryption.attribute;

import org.jspecify.annotations.NullMarked;
