package io.aegisx.tenancy.encryption.kms;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The provider in force, and those that wrapped keys before. */
@ApplicationScoped
public class KeyProviders {

  private static final Logger LOG = Logger.getLogger(KeyProviders.class);
  private static final String NONE = "none";
  private static final String LOCAL = "local";

  private final List<KeyProvider> all;
  private final Optional<KeyProvider> inForce;

  KeyProviders(@All List<KeyProvider> all, EncryptionSettings settings) {
    this.all = all;
    this.inForce = choose(settings);
  }

  /** Has a wrong setting end the start. */
  void check(@Observes StartupEvent event) {
    if (inForce.isEmpty()) {
      LOG.warn(
          "ENCRYPTION_SECRET is not set: secrets of tenants are refused, and attributes that are"
              + " marked as encrypted are stored in the clear");
    }
  }

  private Optional<KeyProvider> choose(EncryptionSettings settings) {
    Optional<String> wanted = settings.provider();
    if (wanted.isEmpty()) {
      return named(LOCAL).filter(KeyProvider::isConfigured);
    }
    if (wanted.get().equals(NONE)) {
      return Optional.empty();
    }
    KeyProvider chosen = named(wanted.get()).orElseThrow(this::unknown);
    if (chosen.problem().isPresent()) {
      throw new ConfigurationException(
          "TENANCY_ENCRYPTION_PROVIDER is " + chosen.name() + ": " + chosen.problem().get());
    }
    return Optional.of(chosen);
  }

  private ConfigurationException unknown() {
    return new ConfigurationException(
        "TENANCY_ENCRYPTION_PROVIDER must be one of none, "
            + all.stream().map(KeyProvider::name).sorted().collect(Collectors.joining(", ")));
  }

  /** What wraps new keys; nothing if this installation encrypts nothing. */
  public Optional<KeyProvider> inForce() {
    return inForce;
  }

  /** What wrapped a key. */
  public Optional<KeyProvider> named(String name) {
    return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
  }
}
