package io.aegisx.tenancy.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A PgBouncer in transaction mode, with fewer server connections than anybody would like. */
record PgBouncer(Process process, int port) implements AutoCloseable {

  private static final List<Path> PLACES =
      List.of(Path.of("/usr/sbin/pgbouncer"), Path.of("/usr/bin/pgbouncer"));
  private static final Duration LONGEST_START = Duration.ofSeconds(20);

  static boolean isInstalled() {
    return PLACES.stream().anyMatch(Files::isExecutable);
  }

  /** Starts one in front of the server that the variables lead to. */
  static PgBouncer start(Map<String, String> environment) {
    try {
      int port = freePort();
      Path directory =
          Files.createTempDirectory(
              "pgbouncer",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      Path users = write(directory.resolve("users.txt"), users(environment));
      Path settings = write(directory.resolve("pgbouncer.ini"), settings(environment, port, users));
      return new PgBouncer(run(settings), port).awaitListening();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String users(Map<String, String> environment) {
    return "\"%s\" \"%s\"\n"
        .formatted(environment.get("DB_USERNAME"), environment.get("DB_PASSWORD"));
  }

  /** What docs/operations.md recommends, with a small pool. */
  private static String settings(Map<String, String> environment, int port, Path users) {
    return """
        [databases]
        * = host=127.0.0.1 port=%s
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = scram-sha-256
        auth_file = %s
        pool_mode = transaction
        default_pool_size = 4
        max_client_conn = 200
        ignore_startup_parameters = search_path
        """
        .formatted(environment.get("DB_PORT"), port, users);
  }

  private static Process run(Path settings) throws IOException {
    Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
    List<String> command = new ArrayList<>(List.of(program.toString(), "-q"));
    if (System.getProperty("user.name").equals("root")) {
      // It refuses to be root.
      command.addAll(List.of("-u", "nobody"));
    }
    command.add(settings.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(settings.resolveSibling("log").toFile())
        .start();
  }

  private PgBouncer awaitListening() {
    Instant end = Instant.now().plus(LONGEST_START);
    while (!listens()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new AssertionError("PgBouncer does not start");
      }
    }
    return this;
  }

  private boolean listens() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Path write(Path file, String text) throws IOException {
    return Files.writeString(file, text);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
