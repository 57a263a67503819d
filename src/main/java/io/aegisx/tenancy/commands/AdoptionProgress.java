package io.aegisx.tenancy.commands;

import io.aegisx.tenancy.provisioning.adoption.Adoption;
import io.aegisx.tenancy.provisioning.adoption.AdoptionRun;
import io.aegisx.tenancy.provisioning.adoption.plan.AdoptionStep;
import io.vertx.core.json.JsonObject;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells how an adoption goes: a bar where someone looks on, a line of JSON for each step else. */
final class AdoptionProgress implements AdoptionRun.Listener {

  private static final int WIDTH = 30;

  private final boolean terminal;
  private final PrintStream out;
  private final Adoption adoption;
  private final long total;
  private final long begun = System.nanoTime();
  private long rows;
  private int done;
  private long stepBegun;
  private long rowsOfStep;

  private AdoptionProgress(boolean terminal, PrintStream out, Adoption adoption) {
    this.terminal = terminal;
    this.out = out;
    this.adoption = adoption;
    this.total = adoption.steps().stream().mapToLong(AdoptionStep::rows).sum();
    adoption.steps().stream().filter(AdoptionStep::done).forEach(this::count);
  }

  static AdoptionProgress of(@Nullable Console console, PrintStream out, Adoption adoption) {
    return new AdoptionProgress(console != null, out, adoption);
  }

  /** Prints what would be run, as SQL that could be run by hand. */
  void plan() {
    int number = 0;
    for (AdoptionStep step : adoption.steps()) {
      String reads = step.rows() > 0 ? " (reads about " + step.rows() + " rows)" : "";
      String state = step.done() ? " (done)" : "";
      out.printf("-- %d. %s%s%s%n", ++number, step.name(), reads, state);
      boolean together = step.kind() == AdoptionStep.Kind.SWITCH;
      out.print(together ? "BEGIN;\n" : "");
      step.sql().forEach(sql -> out.println(sql.strip() + ";"));
      out.print(together ? "COMMIT;\n" : "");
    }
  }

  @Override
  public void begins(int position, AdoptionStep step) {
    stepBegun = System.nanoTime();
    if (terminal) {
      out.printf("\r\u001B[K%s %s", bar(), step.name());
    }
  }

  @Override
  public void proceeds(long more) {
    rowsOfStep += more;
    if (terminal) {
      out.printf("\r\u001B[K%s %d rows", bar(), rowsOfStep);
    }
  }

  @Override
  public void ended(int position, AdoptionStep step) {
    rowsOfStep = 0;
    count(step);
    if (!terminal) {
      line(
          new JsonObject()
              .put("event", "done")
              .put("step", position + 1)
              .put("of", adoption.steps().size())
              .put("name", step.name())
              .put("rows", step.rows())
              .put("millis", millisSince(stepBegun)));
    }
  }

  private void count(AdoptionStep step) {
    done++;
    rows += step.rows();
  }

  private String bar() {
    long known = Math.min(total, rows + rowsOfStep);
    int full =
        (int) (total == 0 ? (long) WIDTH * done / adoption.steps().size() : WIDTH * known / total);
    double seconds = Math.max(1, millisSince(begun)) / 1000.0;
    String left = known == 0 ? "" : ", %.0f s left".formatted(seconds * (total - known) / known);
    return "[%s%s] %d/%d steps, %d/%d rows%s:"
        .formatted(
            "#".repeat(full),
            ".".repeat(WIDTH - full),
            done,
            adoption.steps().size(),
            known,
            total,
            left);
  }

  /** All is done but the switch. */
  void prepared() {
    tell(
        "prepared",
        "Prepared: the old application can go on. To switch, stop it and repeat this with --finish;"
            + " --undo takes all back.");
  }

  /** The data is the tenant's. */
  void finished() {
    tell(
        "finished", "Finished: the data is that of " + adoption.tenant().subdomain().value() + ".");
  }

  /** All is what it was. */
  void undone() {
    tell("undone", "Undone: the tables are what they were.");
  }

  private void tell(String event, String words) {
    if (terminal) {
      out.printf("\r\u001B[K%s%n", words);
    } else {
      line(
          new JsonObject()
              .put("event", event)
              .put("tenant", adoption.tenant().id().toString())
              .put("subdomain", adoption.tenant().subdomain().value())
              .put("millis", millisSince(begun)));
    }
  }

  private static long millisSince(long moment) {
    return Duration.ofNanos(System.nanoTime() - moment).toMillis();
  }

  private void line(JsonObject event) {
    out.println(event.encode());
  }
}
