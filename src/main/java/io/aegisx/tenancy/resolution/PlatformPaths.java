package io.aegisx.tenancy.resolution;

import java.util.List;

/** The public paths of the platform itself, which belong to no tenant and take no token. */
public final class PlatformPaths {

  private static final List<String> PATHS = List.of("/q", "/console", "/dev-idp", "/favicon.ico");

  private PlatformPaths() {}

  /** Whether a normalized path is one of them, or below one. */
  public static boolean isPlatform(String path) {
    return PATHS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }
}
