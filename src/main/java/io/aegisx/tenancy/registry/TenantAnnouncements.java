package io.aegisx.tenancy.registry;

import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.aegisx.tenancy.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Tells every replica to forget what it remembers of a tenant; see {@link TenantChanges}. */
@ApplicationScoped
public class TenantAnnouncements {

  private static final Logger LOG = Logger.getLogger(TenantAnnouncements.class);
  private static final String ANNOUNCE = "SELECT pg_notify('aegisx_tenants', $1)";
  private static final int MOST_RETRIES = 3;

  private final RegistryDatabase database;

  TenantAnnouncements(RegistryDatabase database) {
    this.database = database;
  }

  /**
   * Something of a tenant was changed, and is committed. Where nobody can be told it is logged, and
   * the caches' time to live is what remains: the change itself has been made.
   */
  public Uni<Void> changed(TenantId tenant) {
    return database
        .execute(ANNOUNCE, Tuple.of(TenantKey.of(tenant).text()))
        .onFailure()
        .retry()
        .withBackOff(Duration.ofMillis(100))
        .atMost(MOST_RETRIES)
        .onFailure()
        .invoke(failure -> LOG.errorf("A change of tenant %s is not announced", tenant))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }
}
