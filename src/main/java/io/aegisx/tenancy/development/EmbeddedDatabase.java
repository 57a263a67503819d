package io.aegisx.tenancy.development;

import io.aegisx.tenancy.database.DatabaseSettings;
import io.aegisx.tenancy.startup.ServiceStart;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Runs PostgreSQL inside of {@code quarkus:dev}. Its data outlives reloads and restarts. */
@ApplicationScoped
@IfBuildProfile("dev")
public class EmbeddedDatabase {

  private static final Path DIRECTORY = Path.of("target", "dev-postgres");

  private final DatabaseSettings settings;
  private @Nullable LocalPostgres server;

  EmbeddedDatabase(DatabaseSettings settings) {
    this.settings = settings;
  }

  void start(@Observes @Priority(ServiceStart.PRIORITY - 50) StartupEvent event) {
    try {
      server = LocalPostgres.start(DIRECTORY, settings.port());
    } catch (IOException | SQLException | IllegalStateException failure) {
      throw new ConfigurationException(
          "The embedded PostgreSQL did not start on port "
              + settings.port()
              + ". Is something else there? Set DB_PORT to a free port. ("
              + failure.getMessage()
              + ")",
          failure);
    }
  }

  void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) throws IOException {
    LocalPostgres running = server;
    if (running != null) {
      running.close();
    }
  }
}
