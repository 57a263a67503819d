package io.aegisx.tenancy.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Divides the connections of this process among those who need them. The parts never overlap. */
@ApplicationScoped
public class ConnectionBudget {

  /** Connections that making one tenant's storage takes: a lock, and what Flyway opens. */
  public static final int PER_PROVISIONING = 4;

  /** The one that hears of changes, and the one that looks into catalogs. */
  private static final int LISTENER_AND_CHECK = 2;

  private final ConnectionSettings settings;
  private final int shared;
  private final int databases;

  public ConnectionBudget(ConnectionSettings settings) {
    this.settings = settings;
    int rest =
        settings.total()
            - settings.registry()
            - settings.provisioning() * PER_PROVISIONING
            - LISTENER_AND_CHECK;
    if (rest < 2) {
      throw new ConfigurationException(
          "TENANCY_CONNECTIONS_TOTAL must be at least " + (settings.total() - rest + 2));
    }
    int weights = settings.sharedWeight() + settings.databaseWeight();
    this.shared = Math.max(1, Math.min(rest - 1, rest * settings.sharedWeight() / weights));
    this.databases = rest - shared;
  }

  /** Connections of the registry. */
  public int registry() {
    return settings.registry();
  }

  /** Connections to the tenants that share the main database, in tables or schemas. */
  public int shared() {
    return shared;
  }

  /** Connections to all tenant databases together. */
  public int databases() {
    return databases;
  }

  /** Tenants whose storage is made or dropped at once. */
  public int provisioning() {
    return settings.provisioning();
  }

  /** How many of a part's connections one tenant may hold at once. */
  public int shareOf(int part) {
    return Math.max(1, part * settings.tenantSharePercent() / 100);
  }

  /** How long to wait for a connection. */
  public Duration acquireTimeout() {
    return settings.acquireTimeout();
  }

  /** After how long an unused connection to a tenant's database is closed. */
  public Duration idleTimeout() {
    return settings.idleTimeout();
  }
}
