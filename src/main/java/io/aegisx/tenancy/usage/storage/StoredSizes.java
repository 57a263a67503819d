package io.aegisx.tenancy.usage.storage;

import io.aegisx.tenancy.provisioning.Bootstrap;
import io.aegisx.tenancy.registry.ReplicaMessages;
import io.aegisx.tenancy.registry.usage.StorageRepository;
import io.aegisx.tenancy.tenant.TenantId;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** What every tenant stored when it was last measured, by whichever replica, in memory. */
@ApplicationScoped
class StoredSizes {

  private static final Logger LOG = Logger.getLogger(StoredSizes.class);

  private final Map<TenantId, Long> sizes = new ConcurrentHashMap<>();
  private final ReplicaMessages messages;
  private final StorageRepository repository;

  StoredSizes(ReplicaMessages messages, StorageRepository repository) {
    this.messages = messages;
    this.repository = repository;
  }

  void start(@Observes @Priority(Bootstrap.PRIORITY + 10) StartupEvent event) {
    messages.listen(StorageRepository.CHANNEL, this::read, this::hear);
  }

  /** The bytes that a tenant stored; 0 for one that was not measured yet. */
  long of(TenantId tenant) {
    return sizes.getOrDefault(tenant, 0L);
  }

  private void hear(String text) {
    sizes.putAll(StorageRepository.parse(text));
  }

  /** What was told while nothing was heard is read. */
  private void read() {
    repository
        .all()
        .subscribe()
        .with(
            all -> {
              sizes.keySet().retainAll(all.keySet());
              sizes.putAll(all);
            },
            failure -> LOG.warnf("Stored sizes cannot be read: %s", failure.getMessage()));
  }
}
