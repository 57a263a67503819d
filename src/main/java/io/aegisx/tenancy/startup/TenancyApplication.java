package io.aegisx.tenancy.startup;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;

/** Where the process begins. A wrong setting ends it here, with one line. */
@QuarkusMain
public class TenancyApplication {

  private static final int WRONG_SETTINGS = 78; // EX_CONFIG of sysexits.h

  private TenancyApplication() {}

  public static void main(String... args) {
    Optional<String> problem =
        LaunchMode.current() == LaunchMode.NORMAL
            ? new SettingsCheck(TenancyApplication::setting).firstProblem()
            : Optional.empty();
    if (problem.isPresent()) {
      System.err.println(problem.get());
      System.exit(WRONG_SETTINGS);
    }
    Quarkus.run(args);
  }

  private static Optional<String> setting(String name) {
    String property = System.getProperty(name.toLowerCase(java.util.Locale.ROOT).replace('_', '.'));
    return Optional.ofNullable(property == null ? System.getenv(name) : property);
  }
}
