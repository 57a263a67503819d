package io.aegisx.tenancy.testing;

import io.aegisx.tenancy.development.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.stream.Stream;

/** The files of a new PostgreSQL server, made once for all tests: to copy them is much faster. */
final class EmptyServer {

  private static final Path FILES =
      Path.of("target", "test-empty-server-" + ProcessHandle.current().pid());

  private EmptyServer() {}

  /** Unless there is a server already. */
  static synchronized void copyTo(Path directory) throws IOException, SQLException {
    if (Files.exists(directory)) {
      return;
    }
    if (!Files.exists(FILES)) {
      LocalPostgres.start(FILES, 0).close();
    }
    try (Stream<Path> files = Files.walk(FILES)) {
      files.forEach(file -> copy(file, directory.resolve(FILES.relativize(file))));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
