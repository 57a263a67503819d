package io.aegisx.tenancy.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathSourceTest {

  @Test
  void theSegmentAfterTenantsNamesTheTenant() {
    assertEquals(Naming.named("acme"), read("/tenants/acme/users"));
    assertEquals(Naming.named("acme"), read("/tenants/acme"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/users", "/tenants", "/tenants/", "/tenants/current", "/tenants/mine", "/"})
  void otherPathsNameNone(String path) {
    assertEquals(Naming.absent(), read(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tenants/a%2fb/users", "/tenants/a%5cb", "/tenants/a%00/users", "/tenants/acme;v=1/users",
        "/tenants//users", "/tenants/a.b/users", "/tenants/acme/../globex/users", "/tenants/ACME"
      })
  void aSegmentThatReadersCouldReadDifferentlyIsRefused(String path) {
    assertInstanceOf(Naming.Refused.class, read(path));
  }

  @Test
  void aPathThatOnlyBecomesATenantsWhenNormalizedIsRefused() {
    assertInstanceOf(
        Naming.Refused.class, PathSource.read("/x/../tenants/acme/users", "/tenants/acme/users"));
    assertInstanceOf(
        Naming.Refused.class, PathSource.read("/%74enants/acme/users", "/tenants/acme/users"));
  }

  @Test
  void whatFollowsTheTenantIsServedUnlessItIsOfTheControlPlane() {
    assertEquals(Optional.of("/users/1"), PathSource.remainder("/tenants/acme/users/1"));
    assertEquals(Optional.empty(), PathSource.remainder("/tenants/acme/suspend"));
    assertEquals(Optional.empty(), PathSource.remainder("/tenants/acme/tenants/globex"));
    assertEquals(Optional.empty(), PathSource.remainder("/tenants/acme"));
    assertEquals(Optional.empty(), PathSource.remainder("/tenants/current/users"));
  }

  private static Naming read(String path) {
    return PathSource.read(path, path);
  }
}
