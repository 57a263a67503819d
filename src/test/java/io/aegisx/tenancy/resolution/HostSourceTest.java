package io.aegisx.tenancy.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.aegisx.tenancy.registry.TenantKey;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostSourceTest {

  private final HostSource source = new HostSource("example.com");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme.example.com",
        "ACME.Example.COM",
        "acme.example.com:8080",
        "acme.example.com."
      })
  void aLabelUnderTheBaseDomainNamesATenant(String host) {
    assertEquals(Naming.named("acme"), source.read(List.of(host)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "example.com:443",
        "www.example.com",
        "API.example.com",
        "10.0.0.1",
        "10.0.0.1:8080",
        "[::1]",
        "[2001:db8::1]:8080",
        ""
      })
  void thePlatformItselfNamesNone(String host) {
    assertEquals(Naming.absent(), source.read(List.of(host)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_b.example.com",
        ".example.com",
        "a..example.com",
        "-a.example.com",
        "a b.example.com",
        "acme.example.com,globex.example.com",
        "acme.example.com:80:90",
        "[::1",
        "acme@example.com",
        "acme.example.com.."
      })
  void whatIsNoHostNameIsRefused(String host) {
    assertInstanceOf(Naming.Refused.class, source.read(List.of(host)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.example.com", "0190a1b2-0000-7000-8000-000000000000.example.com"})
  void noTenantCanBeThere(String host) {
    assertInstanceOf(Naming.Refused.class, source.read(List.of(host)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tenants.acme.org", "notexample.com", "example.com.evil.org"})
  void anotherDomainIsLookedUpAsACustomOne(String host) {
    assertEquals(new Naming.Named(new TenantKey.Domain(host)), source.read(List.of(host)));
  }

  @Property(tries = 2000)
  void noTextMakesItFailOrNameATenantThatIsNoLabel(@ForAll String host) {
    Naming naming = source.read(List.of(host));
    if (naming instanceof Naming.Named named && named.key() instanceof TenantKey.Name name) {
      assertFalse(name.idOrSubdomain().contains("."));
    }
  }
}
