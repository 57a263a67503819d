package io.aegisx.tenancy.provisioning.retention;

import io.aegisx.tenancy.audit.AuditSettings;
import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.blocking.RepeatedWork;
import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import io.aegisx.tenancy.provisioning.jdbc.BoundJdbc;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Tenant;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Removes audit entries that are older than they are to be kept, and makes months to come. */
@ApplicationScoped
class AuditRetention {

  private static final Logger LOG = Logger.getLogger(AuditRetention.class);

  private static final String REMOVE =
      """
      WITH gone AS (SELECT seq, hash FROM audit WHERE at < ? ORDER BY seq DESC LIMIT 1),
      head AS (UPDATE audit_head SET first_seq = gone.seq + 1, first_previous = gone.hash FROM gone)
      DELETE FROM audit USING gone WHERE audit.seq <= gone.seq
      """;

  private final AdminConnections connections;
  private final AuditPartitions partitions;
  private final BoundJdbc bound;
  private final TenantRepository tenants;
  private final AuditSettings settings;
  private final BlockingDoor blocking;
  private final RepeatedWork work;

  AuditRetention(
      AdminConnections connections,
      AuditPartitions partitions,
      BoundJdbc bound,
      TenantRepository tenants,
      AuditSettings settings,
      BlockingDoor blocking,
      Vertx vertx) {
    this.connections = connections;
    this.partitions = partitions;
    this.bound = bound;
    this.tenants = tenants;
    this.settings = settings;
    this.blocking = blocking;
    this.work =
        new RepeatedWork(
            vertx,
            this::removeExpired,
            failure -> LOG.warnf("Old audit entries stay for now: %s", failure.getMessage()));
  }

  void start(@Observes StartupEvent event) {
    if (connections.available()) {
      work.every(settings.retentionCheckEvery());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    work.stop();
  }

  /** Removes what is too old, in the registry first, then in one tenant after the other. */
  Uni<Void> removeExpired() {
    Instant before = Instant.now().minus(settings.retention());
    return blocking
        .run(() -> inRegistry(before))
        .chain(() -> tenants.forEachActive(tenant -> inTenant(tenant, before)));
  }

  private boolean inRegistry(Instant before) throws SQLException {
    DataSource main = connections.to(connections.mainDatabase());
    partitions.prepare(main);
    partitions.dropExpired(main, before);
    return true;
  }

  private Uni<Void> inTenant(Tenant tenant, Instant before) {
    return blocking
        .run(() -> removeNow(tenant, before))
        .onFailure()
        .invoke(failure -> LOG.warnf("Tenant %s: %s", tenant.id(), failure.getMessage()))
        .onFailure()
        .recoverWithItem(false)
        .replaceWithVoid();
  }

  private boolean removeNow(Tenant tenant, Instant before) throws SQLException {
    bound.within(connections.of(tenant), tenant, connection -> remove(connection, before));
    return true;
  }

  private static void remove(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
      statement.setTimestamp(1, Timestamp.from(before));
      statement.executeUpdate();
    }
  }
}
