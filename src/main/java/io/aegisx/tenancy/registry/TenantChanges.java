package io.aegisx.tenancy.registry;

import io.aegisx.tenancy.database.DatabaseSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears of changes to tenants made by any replica, by PostgreSQL {@code LISTEN}, and makes the
 * directory forget what changed.
 */
@ApplicationScoped
public class TenantChanges {

  private static final Logger LOG = Logger.getLogger(TenantChanges.class);
  private static final String CHANNEL = "aegisx_tenants";
  private static final long RECONNECT_MILLIS = 500;

  /** So long a change may be missed when the network is lost without a word. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  private final Vertx vertx;
  private final DatabaseSettings database;
  private final TenantDirectory directory;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> doubters = new CopyOnWriteArrayList<>();
  private volatile boolean hearing;
  private volatile @Nullable PgSubscriber subscriber;
  private volatile long heartbeat;

  TenantChanges(Vertx vertx, DatabaseSettings database, TenantDirectory directory) {
    this.vertx = vertx;
    this.database = database;
    this.directory = directory;
  }

  /** Starts to listen; done when the first connection is up. Goes on by itself after losses. */
  public Uni<Void> listen() {
    PgSubscriber started = PgSubscriber.subscriber(vertx, options());
    subscriber = started;
    started.reconnectPolicy(attempt -> afterLoss());
    heartbeat = vertx.setPeriodic(silence().toMillis() / 3, fired -> haveItSpeak(started));
    started.channel(CHANNEL).subscribeHandler(ignored -> hears(true)).handler(this::forget);
    return Uni.createFrom()
        .emitter(emitter -> started.connect().onComplete(emitter::complete, emitter::fail));
  }

  /** Also tells the key of each changed tenant, in the form of {@link TenantKey#text()}. */
  public void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** Hears another channel on the same connection, once this one listens. */
  void hear(String channel, Runnable onConnect, Consumer<String> listener) {
    PgSubscriber running = subscriber;
    if (running == null) {
      throw new IllegalStateException("Nothing is listened for yet");
    }
    running.channel(channel).subscribeHandler(ignored -> onConnect.run()).handler(listener::accept);
  }

  /** A server without changes is silent for long; one that does not even answer this is gone. */
  private static void haveItSpeak(PgSubscriber subscriber) {
    PgConnection connection = subscriber.actualConnection();
    if (connection != null) {
      connection.query("SELECT 1").execute();
    }
  }

  private Duration silence() {
    return database.deadAfter().compareTo(LONGEST_SILENCE) < 0
        ? database.deadAfter()
        : LONGEST_SILENCE;
  }

  private long afterLoss() {
    LOG.debug("The connection that hears of tenant changes is lost; nothing is remembered");
    hears(false);
    return RECONNECT_MILLIS;
  }

  private void hears(boolean now) {
    hearing = now;
    directory.hearsChanges(now);
    doubters.forEach(Runnable::run);
  }

  /** Whether changes by other replicas are heard of now. Until then nothing may be remembered. */
  public boolean isHearing() {
    return hearing;
  }

  /** Also tells when changes may have been missed: whatever is remembered is in doubt. */
  public void onDoubt(Runnable listener) {
    doubters.add(listener);
  }

  private void forget(String keys) {
    for (String key : keys.split(" ", -1)) {
      directory.forget(key);
      listeners.forEach(listener -> listener.accept(key));
    }
  }

  private PgConnectOptions options() {
    PgConnectOptions options = new PgConnectOptions();
    options.setReadIdleTimeout((int) silence().toMillis());
    options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    options.addProperty("application_name", "aegisx-changes");
    return options
        .setHost(database.directHost())
        .setPort(database.directPort())
        .setDatabase(database.name())
        .setUser(database.username())
        .setPassword(database.password())
        .setTcpKeepAlive(true);
  }

  void stop(@Observes ShutdownEvent event) {
    PgSubscriber running = subscriber;
    if (running != null) {
      vertx.cancelTimer(heartbeat);
      running.close();
    }
  }
}
