package io.aegisx.tenancy.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The classes of the packaged service as the JVM keeps them after loading (application class data
 * sharing), made once for all tests: the many services that they start are up sooner.
 */
final class LoadedClasses {

  private static final Path ARCHIVE =
      Path.of("target", "test-classes-" + ProcessHandle.current().pid() + ".jsa");

  /** As far as it starts without a database, which is nearly all of the way. */
  private static final Map<String, String> NOWHERE =
      Map.of(
          "DB_HOST", "127.0.0.1",
          "DB_PORT", "1",
          "DB_USERNAME", "none",
          "DB_PASSWORD", "none",
          "DB_ADMIN_USERNAME", "nobody",
          "DB_ADMIN_PASSWORD", "none",
          "OIDC_ISSUER", "http://127.0.0.1:1");

  private LoadedClasses() {}

  /** The archive; where the JVM cannot make one it does without, as it does with a missing file. */
  static synchronized Path archive(String java, Path artifact) throws IOException {
    if (!Files.exists(ARCHIVE)) {
      make(java, artifact);
    }
    return ARCHIVE;
  }

  private static void make(String java, Path artifact) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(java, "-XX:ArchiveClassesAtExit=" + ARCHIVE, "-jar", artifact.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(NOWHERE);
    Process process = builder.start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
