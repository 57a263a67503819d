package io.aegisx.tenancy.access;

import java.util.List;

/** What a caller may be. */
public final class Roles {

  /** Runs the platform, and may act in every tenant. */
  public static final String SUPER_ADMIN = "super-admin";

  /** Runs one tenant. */
  public static final String TENANT_ADMIN = "tenant-admin";

  /** Anybody with a valid token. */
  public static final String MEMBER = "member";

  /**
   * Claims of a token that may state roles, slashes for nesting; the first that is there counts.
   */
  public static final List<String> CLAIMS = List.of("roles", "groups", "realm_access/roles");

  private Roles() {}
}
