package io.aegisx.tenancy.configuration;

import io.aegisx.tenancy.problem.ProblemException;
import java.util.regex.Pattern;

/** What a key looks like. */
final class SettingKeys {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private SettingKeys() {}

  static void requireWellFormed(String key) {
    if (!KEY.matcher(key).matches()) {
      throw ProblemException.invalid(
          "key", "must be 1 to 128 of A-Z a-z 0-9 . _ - and begin with a letter or digit");
    }
  }
}
