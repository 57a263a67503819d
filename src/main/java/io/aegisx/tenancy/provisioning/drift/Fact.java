package io.aegisx.tenancy.provisioning.drift;

import java.util.regex.Pattern;

/**
 * Something that a schema has.
 *
 * @param what such as {@code column users.email}; no two facts of a schema have the same
 * @param of the table or view that it belongs to; its own name if it is one, empty if it belongs to
 *     none
 * @param definition such as {@code text NOT NULL}
 */
record Fact(String what, String of, String definition) {

  private static final Pattern RELATION =
      Pattern.compile("(table|view|materialized view|foreign table) .*", Pattern.DOTALL);

  /** Whether this is a table or view, which brings other facts with it. */
  boolean isRelation() {
    return RELATION.matcher(what).matches();
  }
}
