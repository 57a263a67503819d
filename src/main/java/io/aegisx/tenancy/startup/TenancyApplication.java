package io.aegisx.tenancy.startup;

import io.aegisx.tenancy.commands.Commands;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Locale;
import java.util.Optional;

/** Where the process begins. A wrong setting ends it here, with one line. */
@QuarkusMain
public class TenancyApplication {

  private static final int WRONG_SETTINGS = 78; // EX_CONFIG of sysexits.h

  TenancyApplication() {}

  public static void main(String... args) {
    Optional<String> problem =
        isDevelopment()
            ? Optional.empty()
            : new SettingsCheck(TenancyApplication::setting).firstProblem();
    if (problem.isPresent()) {
      System.err.println(problem.get());
      System.exit(WRONG_SETTINGS);
    }
    if (Commands.isCommand(args)) {
      Commands.prepare();
      Quarkus.run(Commands.class, args);
    } else {
      Quarkus.run(args);
    }
  }

  /**
   * Development brings its own settings, and is in no package; the launch mode is not known yet.
   */
  private static boolean isDevelopment() {
    return TenancyApplication.class
            .getClassLoader()
            .getResource("io/aegisx/tenancy/development/package-info.class")
        != null;
  }

  private static Optional<String> setting(String name) {
    String property = System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'));
    return Optional.ofNullable(property == null ? System.getenv(name) : property);
  }
}
