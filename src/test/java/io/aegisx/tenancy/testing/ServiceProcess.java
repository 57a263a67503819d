package io.aegisx.tenancy.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The packaged service, jar or native, run as an operator runs it: with an environment only. */
public final class ServiceProcess implements AutoCloseable {

  /** By default such as start fast and are not in use for long; benchmarks have others. */
  private static final List<String> JVM_OPTIONS =
      List.of(System.getProperty("service.options", "-Xmx512m").strip().split(" +"));

  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Process process;
  private final Path output;
  private final int port;
  private final int managementPort;

  private ServiceProcess(Process process, Path output, int port, int managementPort) {
    this.process = process;
    this.output = output;
    this.port = port;
    this.managementPort = managementPort;
  }

  /** Starts the package with these variables and two free ports. */
  public static ServiceProcess start(Map<String, String> environment, String... arguments) {
    try {
      int port = freePort();
      int managementPort = freePort();
      Path output = Files.createTempFile(Path.of("target"), "service-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command(arguments))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.matches("(DB|OIDC|TENAN|DEFAULT).*"));
      builder.environment().put("HTTP_PORT", Integer.toString(port));
      builder.environment().put("MANAGEMENT_PORT", Integer.toString(managementPort));
      builder.environment().putAll(environment);
      return new ServiceProcess(builder.start(), output, port, managementPort);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> command(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (!isNative()) {
      command.add(javaExecutable());
      command.addAll(JVM_OPTIONS);
      command.add("-XX:SharedArchiveFile=" + LoadedClasses.archive(javaExecutable(), artifact()));
      command.add("-jar");
    }
    command.add(artifact().toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /** The jar or the executable that the build has made. */
  public static Path artifact() throws IOException {
    return Path.of("target").resolve(built().getProperty("path"));
  }

  public static boolean isNative() throws IOException {
    return built().getProperty("type").startsWith("native");
  }

  private static Properties built() throws IOException {
    Properties artifact = new Properties();
    try (InputStream in = Files.newInputStream(Path.of("target", "quarkus-artifact.properties"))) {
      artifact.load(in);
    }
    return artifact;
  }

  static String javaExecutable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Waits until the service says that it is ready. */
  public ServiceProcess awaitReady() {
    Instant end = Instant.now().plus(LONGEST_START);
    while (Instant.now().isBefore(end) && process.isAlive()) {
      if (isReady()) {
        return this;
      }
      pause();
    }
    throw new AssertionError("The service did not become ready:\n" + output());
  }

  private boolean isReady() {
    try {
      return management().get("/q/health/ready").status() == 200;
    } catch (IllegalStateException notListening) {
      return false;
    }
  }

  /** Waits for the end of the process; answers its exit code. */
  public int awaitExit() {
    try {
      if (process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("The service did not stop:\n" + output());
  }

  /** What it has written so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public int port() {
    return port;
  }

  public Api api() {
    return Api.of("http://127.0.0.1:" + port);
  }

  public Api management() {
    return Api.of("http://127.0.0.1:" + managementPort);
  }

  /** Ends it as a crash would: nothing is put in order. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Files.deleteIfExists(output);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
