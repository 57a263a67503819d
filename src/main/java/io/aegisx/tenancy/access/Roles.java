package io.aegisx.tenancy.access;

/** What a caller may be. */
public final class Roles {

  /** Runs the platform, and may act in every tenant. */
  public static final String SUPER_ADMIN = "super-admin";

  /** Runs one tenant. */
  public static final String TENANT_ADMIN = "tenant-admin";

  /** Anybody with a valid token. */
  public static final String MEMBER = "member";

  private Roles() {}
}
