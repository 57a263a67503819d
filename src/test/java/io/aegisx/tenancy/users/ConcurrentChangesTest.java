package io.aegisx.tenancy.users;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.AtOnce;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ConcurrentChangesTest {

  private static final int REQUESTS = 12;

  @ParameterizedTest
  @CsvSource({
    "shared_database,/users",
    "schema_per_tenant,/users",
    "database_per_tenant,/users",
    "shared_database,/products",
    "schema_per_tenant,/products",
    "database_per_tenant,/products"
  })
  void requestsForTheSameResourceAreAnsweredAsIfOneFollowedTheOther(
      String isolation, String collection) {
    Api admin = Fixtures.admin(Fixtures.tenant(isolation).getString("subdomain"));
    Api.Answer made = admin.post(collection, resource(collection));
    String path = collection + "/" + made.json().getString("id");
    Api ifUnchanged = admin.with("If-Match", made.header("ETag"));

    List<Api.Answer> conditional =
        AtOnce.send(REQUESTS, i -> ifUnchanged.sendAsync("PUT", path, name("Conditional " + i)));
    List<Api.Answer> unconditional =
        AtOnce.send(REQUESTS, i -> admin.sendAsync("PUT", path, name("Name " + i)));
    List<Api.Answer> deletions = AtOnce.send(REQUESTS, i -> admin.sendAsync("DELETE", path, null));

    assertEquals(
        Map.of("200", 1, "412 PRECONDITION_FAILED", REQUESTS - 1), AtOnce.outcomes(conditional));
    assertEquals(Map.of("200", REQUESTS), AtOnce.outcomes(unconditional));
    assertEquals(Map.of("204", 1, "404 NOT_FOUND", REQUESTS - 1), AtOnce.outcomes(deletions));
  }

  private static JsonObject resource(String collection) {
    return collection.equals("/users")
        ? Fixtures.user("one@example.com")
        : Fixtures.product("one", 1, 1);
  }

  private static JsonObject name(String name) {
    return new JsonObject().put("name", name);
  }
}
