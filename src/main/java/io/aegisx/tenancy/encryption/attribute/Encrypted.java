package io.aegisx.tenancy.encryption.attribute;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has a {@code String} attribute of an entity stored encrypted with the tenant's key, bound to its
 * tenant, table, column and row. The program sees plaintext only. Statements that do not go through
 * the entity (HQL updates, SQL) see ciphertext.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Encrypted {

  /**
   * The name of another {@code String} attribute, which is filled with a blind index, so that equal
   * values can be searched for. It shows which rows of a tenant have equal values, and nothing
   * else.
   */
  String blindIndex() default "";
}
