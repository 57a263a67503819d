package io.aegisx.tenancy.commands;

import io.aegisx.tenancy.provisioning.fleet.MigrationOutcome;
import io.aegisx.tenancy.tenant.Tenant;
import io.vertx.core.json.JsonObject;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells how a migration goes: a bar where someone looks on, a line of JSON for each step else. */
final class MigrationProgress {

  private static final int WIDTH = 30;

  private final boolean terminal;
  private final PrintStream out;
  private final int total;
  private final int target;
  private final long begun;
  private int done;
  private int failed;

  private MigrationProgress(boolean terminal, PrintStream out, int total, int target, long begun) {
    this.begun = begun;
    this.terminal = terminal;
    this.out = out;
    this.total = total;
    this.target = target;
  }

  /**
   * For these waves.
   *
   * @param begun when the command began to look for them, {@link System#nanoTime}
   */
  static MigrationProgress of(
      @Nullable Console console,
      PrintStream out,
      List<List<Tenant>> waves,
      int target,
      long begun) {
    int total = waves.stream().mapToInt(List::size).sum();
    return new MigrationProgress(console != null, out, total, target, begun);
  }

  /** Says what would be done. */
  void plan(List<List<Tenant>> waves) {
    for (int wave = 0; wave < waves.size(); wave++) {
      for (Tenant tenant : waves.get(wave)) {
        line(
            new JsonObject()
                .put("event", "behind")
                .put("wave", wave + 1)
                .put("tenant", tenant.id().toString())
                .put("subdomain", tenant.subdomain().value())
                .put("from", tenant.storageVersion())
                .put("to", target));
      }
    }
    int behind = waves.stream().mapToInt(List::size).sum();
    line(new JsonObject().put("event", "plan").put("behind", behind).put("to", target));
  }

  void tell(MigrationOutcome outcome) {
    done++;
    failed += outcome.failed() ? 1 : 0;
    if (terminal) {
      outcome.error().ifPresent(error -> out.printf("\r%s: %s%n", outcome.tenant().id(), error));
      out.printf("\r%s", bar());
    } else {
      line(event(outcome));
    }
  }

  private JsonObject event(MigrationOutcome outcome) {
    JsonObject event =
        new JsonObject()
            .put("event", outcome.failed() ? "failed" : "migrated")
            .put("wave", outcome.wave())
            .put("tenant", outcome.tenant().id().toString())
            .put("subdomain", outcome.tenant().subdomain().value())
            .put("millis", outcome.took().toMillis())
            .put("done", done)
            .put("total", total);
    outcome.error().ifPresent(error -> event.put("error", error));
    return event;
  }

  private String bar() {
    int full = total == 0 ? WIDTH : WIDTH * done / total;
    double seconds = Math.max(0.001, elapsed().toMillis() / 1000.0);
    double rate = done / seconds;
    long remaining = Math.round((total - done) / Math.max(0.001, rate));
    return "[%s%s] %d/%d, %.1f/s, %d s left, %d failed "
        .formatted(
            "#".repeat(full), ".".repeat(WIDTH - full), done, total, rate, remaining, failed);
  }

  /** Says how it ended. */
  void end() {
    if (terminal) {
      out.printf(
          "%n%d migrated to version %d, %d failed, %d left.%n",
          done - failed, target, failed, left());
    } else {
      line(
          new JsonObject()
              .put("event", "end")
              .put("to", target)
              .put("migrated", done - failed)
              .put("failed", failed)
              .put("left", left())
              .put("millis", elapsed().toMillis()));
    }
  }

  /** How many tenants of the waves were not begun. */
  int left() {
    return total - done;
  }

  int failed() {
    return failed;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void line(JsonObject event) {
    out.println(event.encode());
  }
}
