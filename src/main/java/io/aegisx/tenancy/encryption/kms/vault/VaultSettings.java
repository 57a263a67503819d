package io.aegisx.tenancy.encryption.kms.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The Transit engine of a Vault or an OpenBao. Looked at only where something uses it. */
@ConfigMapping(prefix = "tenancy.encryption.vault")
public interface VaultSettings {

  /** Where it is, such as {@code https://vault.example.com:8200}. */
  Optional<String> address();

  /** Where the Transit engine is mounted. */
  @WithDefault("transit")
  String mount();

  /** The name of the key: {@code aes256-gcm96} or another type with associated data. */
  Optional<String> key();

  /** A token that may use the key. Either this or {@code role}. */
  Optional<String> token();

  /** The role to log in with by Kubernetes authentication. */
  Optional<String> role();

  /** Where Kubernetes authentication is mounted. */
  @WithDefault("kubernetes")
  String authMount();

  /** The file of the service account's token. */
  @WithDefault("/var/run/secrets/kubernetes.io/serviceaccount/token")
  String jwtFile();

  /** The namespace (Vault Enterprise, OpenBao). */
  Optional<String> namespace();

  /** A PEM file of the authority that signed its certificate; by default those of Java. */
  Optional<String> caFile();

  /** How long one call may take, a millisecond or more. */
  @WithDefault("5s")
  Duration timeout();
}
