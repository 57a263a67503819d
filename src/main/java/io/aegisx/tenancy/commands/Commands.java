package io.aegisx.tenancy.commands;

import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Runs a command instead of the service, and ends with its exit code. */
public class Commands implements QuarkusApplication {

  /**
   * Settings under which a command runs: it serves nobody but itself, on ports of its own, and what
   * it prints is its result only.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "quarkus.http.host", "127.0.0.1",
          "quarkus.http.port", "0",
          "quarkus.management.host", "127.0.0.1",
          "quarkus.management.port", "0",
          "quarkus.log.level", "WARN",
          "quarkus.log.console.stderr", "true",
          // Some steps of commands take long; that is told by them.
          "quarkus.vertx.max-worker-execute-time", "7d",
          // A command does what it is told to, and nothing else.
          "tenancy.migrations.at-start", "false",
          "tenancy.prover.databases-per-proof", Integer.toString(Integer.MAX_VALUE));

  private final IFactory factory;

  Commands(IFactory factory) {
    this.factory = factory;
  }

  /** Whether the arguments are a command; without any, the service is started. */
  public static boolean isCommand(String... arguments) {
    return arguments.length > 0;
  }

  /** To be called before the application is started. */
  public static void prepare() {
    SETTINGS.forEach(System::setProperty);
  }

  @Override
  public int run(String... arguments) {
    return new CommandLine(TenancyCommand.class, factory).execute(arguments);
  }
}
