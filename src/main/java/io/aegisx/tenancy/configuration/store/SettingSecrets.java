package io.aegisx.tenancy.configuration.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Encrypts the values of secrets, each bound to its tenant and key. */
@ApplicationScoped
public class SettingSecrets {

  /** The JSON text to store for a secret value of the current tenant. */
  public Uni<String> seal(String key, JsonNode value) {
    throw new UnsupportedOperationException();
  }

  /** The value that was sealed under the key for the current tenant. */
  public Uni<JsonNode> open(String key, JsonNode sealed) {
    throw new UnsupportedOperationException();
  }
}
