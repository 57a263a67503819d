package io.aegisx.tenancy.console;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium, driven by the scripts in {@code src/main/webui/e2e}, which Node runs. */
record Browser(Process process, Path program, String endpoint) implements AutoCloseable {

  private static final Path UI = Path.of("src", "main", "webui");
  private static final Path SHOTS = Path.of("target", "browser");
  private static final long LONGEST_MINUTES = 10;
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  /** What a scenario came to; the report says what went wrong. */
  record Outcome(String scenario, boolean passed, String report) {

    private static Outcome of(JsonObject line) {
      return new Outcome(
          line.getString("scenario"), line.getBoolean("passed"), line.getString("report"));
    }
  }

  /** What has to be installed first; empty where there is everything. */
  static Optional<String> missing() {
    if (installed().isEmpty()) {
      return Optional.of(
          "There is no Chromium: install the package chromium"
              + " (src/test/scripts/install-chromium.sh), or name one in CHROMIUM");
    }
    return Files.isDirectory(UI.resolve("node_modules/playwright-core"))
        ? Optional.empty()
        : Optional.of("There is no playwright-core: run npm ci in " + UI);
  }

  private static Optional<Path> installed() {
    return Stream.concat(
            Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of), PLACES.stream())
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser start() {
    Path program = installed().orElseThrow();
    ProcessBuilder builder = node(program, List.of("e2e/browser-server.mjs"));
    try {
      Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      BufferedReader output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String endpoint = output.readLine();
      if (endpoint == null) {
        throw new AssertionError(program + " does not start");
      }
      return new Browser(process, program, endpoint);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs all scenarios against the console at an address. */
  List<Outcome> run(String console) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--test");
    arguments.add("--test-concurrency=2");
    arguments.add("--test-reporter=./e2e/reporter.mjs");
    arguments.addAll(scripts());
    ProcessBuilder builder = node(program, arguments);
    builder.environment().put("BROWSER_ENDPOINT", endpoint);
    builder.environment().put("CONSOLE_URL", console);
    builder.environment().put("SHOTS", SHOTS.toAbsolutePath().toString());
    try {
      Files.createDirectories(SHOTS);
      Path output = SHOTS.resolve("output.log");
      Process run = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      if (!run.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        run.descendants().forEach(ProcessHandle::destroyForcibly);
        run.destroyForcibly().waitFor();
      }
      return outcomes(run.exitValue(), Files.readString(output));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static List<Outcome> outcomes(int exitCode, String output) {
    List<Outcome> outcomes =
        output
            .lines()
            .filter(line -> line.startsWith("{\"scenario\""))
            .map(line -> Outcome.of(new JsonObject(line)))
            .toList();
    // Something other than a scenario went wrong, or there was none.
    if (outcomes.isEmpty() || exitCode != 0 && outcomes.stream().allMatch(Outcome::passed)) {
      throw new AssertionError("The scenarios ended with " + exitCode + ":\n" + output);
    }
    return outcomes;
  }

  /** Those that take longest come first, so that others are run beside them. */
  private static List<String> scripts() {
    try (Stream<Path> files = Files.list(UI.resolve("e2e/scenarios"))) {
      return files
          .map(file -> "e2e/scenarios/" + file.getFileName())
          .sorted(
              Comparator.comparing((String file) -> !file.contains("/pages-"))
                  .thenComparing(file -> file))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static ProcessBuilder node(Path program, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(UI.toFile());
    builder.environment().put("CHROMIUM", program.toString());
    return builder;
  }

  /** It ends when its input does: so it does as well if this process just dies. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
