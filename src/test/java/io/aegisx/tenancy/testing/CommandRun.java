package io.aegisx.tenancy.testing;

import io.vertx.core.json.JsonObject;

/** A command that was run as an operator runs it, and how it ended. */
public record CommandRun(int code, String output) {

  public static CommandRun of(ServiceStack stack, String... arguments) {
    try (ServiceProcess process = ServiceProcess.start(stack.environment(), arguments)) {
      int code = process.awaitExit();
      return new CommandRun(code, process.output());
    }
  }

  /** The last line of JSON; what is logged comes to the same place here. */
  public JsonObject last() {
    return output
        .lines()
        .filter(line -> line.startsWith("{"))
        .reduce((before, after) -> after)
        .map(JsonObject::new)
        .orElseThrow(() -> new AssertionError(output));
  }
}
