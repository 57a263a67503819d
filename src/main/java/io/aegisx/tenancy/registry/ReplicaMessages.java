package io.aegisx.tenancy.registry;

import io.aegisx.tenancy.registry.sql.RegistryDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/**
 * What replicas tell each other, by PostgreSQL {@code NOTIFY}. Messages may be lost with a
 * connection, and a replica hears its own.
 */
@ApplicationScoped
public class ReplicaMessages {

  /** PostgreSQL takes less than 8,000 bytes (manual, NOTIFY). */
  public static final int LONGEST = 7_900;

  private final RegistryDatabase database;
  private final TenantChanges changes;

  ReplicaMessages(RegistryDatabase database, TenantChanges changes) {
    this.database = database;
    this.changes = changes;
  }

  /** Hears what is published on a channel from now on. */
  public void listen(String channel, Consumer<String> listener) {
    listen(channel, () -> {}, listener);
  }

  /**
   * The same, for those who must miss nothing.
   *
   * @param onConnect called each time when the channel is heard again, at first and after a loss
   */
  public void listen(String channel, Runnable onConnect, Consumer<String> listener) {
    changes.hear(channel, onConnect, listener);
  }

  /** Tells all replicas, this one included, a text of at most {@link #LONGEST} bytes. */
  public Uni<Void> publish(String channel, String text) {
    return database.execute("SELECT pg_notify($1, $2)", Tuple.of(channel, text)).replaceWithVoid();
  }
}
