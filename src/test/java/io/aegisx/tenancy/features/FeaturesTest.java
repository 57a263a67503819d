package io.aegisx.tenancy.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class FeaturesTest {

  @Test
  void aTenantHasWhatItsSettingsNameAtOnce() {
    JsonObject tenant = Fixtures.tenant("schema_per_tenant");
    Api member = Fixtures.member(tenant.getString("subdomain"));
    assertEquals(new JsonArray(), member.get("/features").array());

    Api.Answer changed =
        Fixtures.root()
            .put(
                "/tenants/" + tenant.getString("id"),
                new JsonObject()
                    .put(
                        "settings",
                        new JsonObject().put("features", new JsonArray(List.of("sso", "export")))));
    assertEquals(200, changed.status(), changed.toString());

    assertEquals(
        new JsonArray().add(feature("export")).add(feature("sso")),
        member.get("/features").array());
  }

  private static JsonObject feature(String name) {
    return new JsonObject().put("name", name).put("enabled", true).put("origin", "tenant");
  }
}
