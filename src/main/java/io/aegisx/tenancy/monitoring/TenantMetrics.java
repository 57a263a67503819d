package io.aegisx.tenancy.monitoring;

import com.github.benmanes.caffeine.cache.Ticker;
import io.aegisx.tenancy.isolation.ConnectionsInUse;
import io.aegisx.tenancy.registry.usage.Usage;
import io.aegisx.tenancy.tenant.TenantId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics per tenant. Their names are part of the contract; their labels are bounded. */
@ApplicationScoped
public class TenantMetrics {

  private static final String LABEL = "tenant_id";
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long MOST_REMEMBERED_USERS = 200_000;

  private final MeterRegistry meters;
  private final ConnectionsInUse connections;
  private final BusiestTenants busiest;
  private final ActiveUsers activeUsers;
  private final Map<String, List<Meter>> gauges = new HashMap<>();

  TenantMetrics(MeterRegistry meters, ConnectionsInUse connections, MonitoringSettings settings) {
    this.meters = meters;
    this.connections = connections;
    this.busiest = new BusiestTenants(settings.labelledTenants());
    this.activeUsers =
        new ActiveUsers(settings.activeUserWindow(), MOST_REMEMBERED_USERS, Ticker.systemTicker());
  }

  /** Counts an answered request of a tenant; in one step, lest its label goes in between. */
  synchronized void answered(TenantId tenant, String method, int status) {
    meters
        .counter(
            "tenant.requests",
            Tags.of(LABEL, label(tenant), "method", method, "status", Integer.toString(status)))
        .increment();
  }

  /** Adds what a tenant's requests have used, under the label that it has now. */
  synchronized void used(TenantId tenant, Usage usage) {
    String label = busiest.currentLabelOf(tenant.toString());
    add("tenant.db.seconds", Tags.of(LABEL, label), usage.databaseNanos() / NANOS_PER_SECOND);
    add("tenant.db.rows", Tags.of(LABEL, label), usage.rows());
    add("tenant.bytes", Tags.of(LABEL, label, "direction", "in"), usage.bytesIn());
    add("tenant.bytes", Tags.of(LABEL, label, "direction", "out"), usage.bytesOut());
  }

  private void add(String name, Tags tags, double amount) {
    meters.counter(name, tags).increment(amount);
  }

  /** Notes that a user of a tenant is at work. */
  void seen(TenantId tenant, String subject) {
    activeUsers.seen(tenant.toString(), subject);
  }

  private String label(TenantId tenant) {
    String label = busiest.labelOf(tenant.toString());
    gauges.computeIfAbsent(label, this::register);
    return label;
  }

  private List<Meter> register(String label) {
    return List.of(
        Gauge.builder("tenant.db.connections", this, all -> all.connectionsOf(label))
            .tag(LABEL, label)
            .register(meters),
        Gauge.builder("tenant.active.users", this, all -> all.activeUsersOf(label))
            .tag(LABEL, label)
            .register(meters));
  }

  private double connectionsOf(String label) {
    return TenantId.parse(label).map(connections::of).orElseGet(this::unlabelledConnections);
  }

  private int unlabelledConnections() {
    int labelled = labelledTenants().stream().mapToInt(connections::of).sum();
    return Math.max(0, connections.total() - labelled);
  }

  private double activeUsersOf(String label) {
    return TenantId.parse(label)
        .map(tenant -> activeUsers.of(label))
        .orElseGet(this::unlabelledActiveUsers);
  }

  private int unlabelledActiveUsers() {
    int labelled =
        labelledTenants().stream().mapToInt(tenant -> activeUsers.of(tenant.toString())).sum();
    return Math.max(0, activeUsers.total() - labelled);
  }

  private synchronized List<TenantId> labelledTenants() {
    return gauges.keySet().stream().flatMap(label -> TenantId.parse(label).stream()).toList();
  }

  /** Gives the labels to the tenants that are busiest now, and drops the meters of the others. */
  synchronized void review() {
    busiest.review().forEach(this::drop);
  }

  private void drop(String tenant) {
    List<Meter> dropped = new ArrayList<>(Set.copyOf(gauges.getOrDefault(tenant, List.of())));
    gauges.remove(tenant);
    meters.getMeters().stream()
        .filter(meter -> meter.getId().getTags().contains(Tag.of(LABEL, tenant)))
        .forEach(dropped::add);
    dropped.forEach(meters::remove);
  }
}
