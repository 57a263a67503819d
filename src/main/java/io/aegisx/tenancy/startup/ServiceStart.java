package io.aegisx.tenancy.startup;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.database.DatabaseSettings;
import io.aegisx.tenancy.database.SqlState;
import io.aegisx.tenancy.provisioning.Bootstrap;
import io.aegisx.tenancy.provisioning.guard.SelfCheck;
import io.aegisx.tenancy.provisioning.migration.MigrationFailedException;
import io.aegisx.tenancy.registry.TenantChanges;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * The steps between the process and the first request. A step that fails ends the start with one
 * line; nothing starts half-configured.
 */
@ApplicationScoped
public class ServiceStart {

  /** What must run before, such as a development database, observes with a lower number. */
  public static final int PRIORITY = Bootstrap.PRIORITY;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Bootstrap bootstrap;
  private final SelfCheck selfCheck;
  private final TenantChanges changes;
  private final BlockingDoor blocking;
  private final DatabaseSettings database;
  private volatile boolean complete;

  ServiceStart(
      Bootstrap bootstrap,
      SelfCheck selfCheck,
      TenantChanges changes,
      BlockingDoor blocking,
      DatabaseSettings database) {
    this.bootstrap = bootstrap;
    this.selfCheck = selfCheck;
    this.changes = changes;
    this.blocking = blocking;
    this.database = database;
  }

  void start(@Observes @Priority(PRIORITY) StartupEvent event) {
    prepareDatabase();
    requireIsolation();
    blocking.startUpWaits(changes.listen(), LONGEST_WAIT);
    complete = true;
  }

  /** Whether the database is prepared and checked. */
  public boolean isComplete() {
    return complete;
  }

  private void prepareDatabase() {
    try {
      bootstrap.prepare();
    } catch (SQLException failure) {
      throw refusal("DB_ADMIN_USERNAME", failure);
    } catch (MigrationFailedException failure) {
      throw new ConfigurationException(oneLine(String.valueOf(failure.getMessage())));
    }
  }

  private void requireIsolation() {
    try {
      List<String> findings = selfCheck.findings();
      if (!findings.isEmpty()) {
        throw new ConfigurationException(
            "Refusing to serve, tenants would not be isolated: " + String.join("; ", findings));
      }
    } catch (SQLException failure) {
      throw refusal("DB_USERNAME", failure);
    }
  }

  private ConfigurationException refusal(String roleSetting, SQLException failure) {
    String state = SqlState.of(failure).orElse("");
    String setting =
        switch (state) {
          case "28P01", "28000" ->
              roleSetting + " and " + roleSetting.replace("USERNAME", "PASSWORD");
          case "3D000" -> "DB_NAME";
          case "08001", "08006", "08004" -> "DB_HOST or DB_PORT";
          default -> roleSetting;
        };
    return new ConfigurationException(
        oneLine(
            "Check %s: %s (%s:%d)"
                .formatted(
                    setting, failure.getMessage(), database.directHost(), database.directPort())));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
