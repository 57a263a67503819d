package io.aegisx.tenancy.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The PostgreSQL server and the two roles that are used on it. */
@ConfigMapping(prefix = "db")
public interface DatabaseSettings {

  /** Host of the server, or of the pooler in front of it. {@code DB_HOST}, required. */
  String host();

  /** Its port, 1 to 65535. {@code DB_PORT}. */
  @WithDefault("5432")
  int port();

  /** The main database: registry, shared tables and the schemas of tenants. {@code DB_NAME}. */
  @WithDefault("aegisx")
  String name();

  /** The run-time role: no superuser, no BYPASSRLS, owns nothing. {@code DB_USERNAME}, required. */
  String username();

  /** Its password. {@code DB_PASSWORD}, required. */
  String password();

  /** The role that creates schemas, databases and roles, and runs migrations. */
  Admin admin();

  /** What stands at {@link #host()}. {@code DB_POOLER}. */
  @WithDefault("none")
  Pooler pooler();

  /** How long a request may wait for a piece of work on a database, its queue included. */
  @WithDefault("15s")
  Duration timeout();

  /**
   * After how long without a word from the server a connection is taken for dead. More than the
   * time after which pools close idle connections, so that these are not taken for dead.
   */
  @WithDefault("90s")
  Duration deadAfter();

  /** Between the service and the server. */
  enum Pooler {
    /** Nothing. */
    NONE,
    /** A pooler in transaction mode, such as PgBouncer. */
    TRANSACTION
  }

  /** The role for data definition, always connected directly. */
  interface Admin {

    /** {@code DB_ADMIN_USERNAME}; without it nothing is created and no migration runs. */
    Optional<String> username();

    /** {@code DB_ADMIN_PASSWORD}. */
    Optional<String> password();

    /** {@code DB_ADMIN_HOST}; that of {@code DB_HOST} if not given. */
    Optional<String> host();

    /** {@code DB_ADMIN_PORT}; that of {@code DB_PORT} if not given. */
    Optional<Integer> port();
  }

  /** The address that no pooler stands in front of. */
  default String directHost() {
    return admin().host().orElseGet(this::host);
  }

  /** The port of {@link #directHost()}. */
  default int directPort() {
    return admin().port().orElseGet(this::port);
  }
}
