package io.aegisx.tenancy.provisioning.jdbc;

/** Quotes names and texts for SQL that takes no parameters (manual, section 4.1). */
public final class Identifier {

  private Identifier() {}

  public static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  public static String literal(String text) {
    // The E form reads backslashes the same under every standard_conforming_strings.
    return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
