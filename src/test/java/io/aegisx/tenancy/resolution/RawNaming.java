package io.aegisx.tenancy.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.RawHttp;
import io.aegisx.tenancy.testing.ServiceResource;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;

/**
 * Sends requests that name their tenant, byte by byte. In what is sent {t} stands for a tenant's
 * subdomain, {id} for its id, {T} and {ID} for the same in capitals, {o} for another tenant's
 * subdomain.
 */
abstract class RawNaming {

  private static JsonObject tenant;
  private static String other;

  @BeforeEach
  void makeTenants() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database");
      other = Fixtures.tenant("shared_database").getString("subdomain");
    }
  }

  static void assertServed(Api.Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    assertEquals("[]", answer.text());
  }

  static Api.Answer host(String line, String host, String... more) {
    List<String> head = new ArrayList<>(List.of(line, "Host: " + host));
    head.addAll(List.of(more));
    return send(head.toArray(String[]::new));
  }

  /** Sends these lines, filled in, with the token of a member. */
  static Api.Answer send(String... head) {
    List<String> lines = new ArrayList<>();
    for (String line : head) {
      lines.add(fill(line));
    }
    lines.add(
        "Authorization: Bearer " + ServiceResource.issuer().member(tenant.getString("subdomain")));
    return RawHttp.toService().send(lines.toArray(String[]::new));
  }

  /** The text with tenants for the signs in braces. */
  static String fill(String line) {
    String subdomain = tenant.getString("subdomain");
    String id = tenant.getString("id");
    return line.replace("{t}", subdomain)
        .replace("{T}", subdomain.toUpperCase(Locale.ROOT))
        .replace("{id}", id)
        .replace("{ID}", id.toUpperCase(Locale.ROOT))
        .replace("{o}", other);
  }
}
