package io.aegisx.tenancy.provisioning.adoption.plan;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.quote;

import java.util.List;

/**
 * The tables that are to become a tenant's.
 *
 * @param database where they are
 * @param schema where they are in it
 * @param tables their names; all that refer to each other
 */
public record Source(String database, String schema, List<String> tables) {

  /** A name in the schema, quoted. */
  String qualified(String name) {
    return quote(schema) + "." + quote(name);
  }
}
