package io.aegisx.tenancy.provisioning.migration;

/** A schema could not be brought to the newest version. */
public final class MigrationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MigrationFailedException(String schema, RuntimeException cause) {
    super("The migration of schema " + schema + " failed: " + cause.getMessage(), cause);
  }
}
