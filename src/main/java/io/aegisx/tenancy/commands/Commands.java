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
      Map.ofEntries(
          Map.entry("quarkus.http.host", "127.0.0.1"),
          Map.entry("quarkus.http.port", "0"),
          Map.entry("quarkus.management.host", "127.0.0.1"),
          Map.entry("quarkus.management.port", "0"),
          Map.entry("quarkus.log.level", "WARN"),
          Map.entry("quarkus.log.console.stderr", "true"),
          // What is broken off when the command ends has nothing to tell any more.
          Map.entry(
              "quarkus.log.category.\"io.netty.util.concurrent.DefaultPromise.rejectedExecution\".level",
              "OFF"),
          // Some steps of commands take long; that is told by them.
          Map.entry("quarkus.vertx.max-worker-execute-time", "7d"),
          // A command does what it is told to, and nothing else.
          Map.entry("tenancy.migrations.at-start", "false"),
          Map.entry("tenancy.provisioning.check-every", "7d"),
          Map.entry("tenancy.deletion.check-every", "7d"),
          Map.entry("tenancy.prover.databases-per-proof", Integer.toString(Integer.MAX_VALUE)));

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
