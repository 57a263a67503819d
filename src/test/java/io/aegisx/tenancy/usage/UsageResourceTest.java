package io.aegisx.tenancy.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class UsageResourceTest {

  private static final String MARCH = "?from=2026-03-01&to=2026-03-31";

  private static JsonObject tenant;

  @BeforeEach
  void makeATenantWithAHistory() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database");
      Superuser.ofService()
          .run(
              "INSERT INTO registry.usage_days (tenant_id, day, requests, errors, refused,"
                  + " database_micros, row_count, bytes_in, bytes_out, storage_bytes)"
                  + " SELECT '"
                  + tenant.getString("id")
                  + "', DATE '2026-03-01' + n, n + 1, 1, 2, 3999, 4, 5, 6,"
                  + " CASE WHEN n % 2 = 1 THEN n * 10 END FROM generate_series(0, 4) n");
    }
  }

  @Test
  void daysComeOldestFirstWithTheStorageLastMeasured() {
    List<JsonObject> days = days(MARCH);

    assertEquals(5, days.size());
    assertEquals(
        new JsonObject()
            .put("day", "2026-03-03")
            .put("requests", 3)
            .put("errors", 1)
            .put("refused", 2)
            .put("databaseMillis", 3)
            .put("rows", 4)
            .put("bytesIn", 5)
            .put("bytesOut", 6)
            .put("storageBytes", 10),
        days.get(2));
    assertEquals(0, days.get(0).getInteger("storageBytes"));
    assertEquals(30, days.get(4).getInteger("storageBytes"));
  }

  @Test
  void pagesFollowEachOther() {
    List<String> seen = new ArrayList<>();
    String next = "/usage/history" + MARCH + "&limit=2";
    while (next != null) {
      Api.Answer page = member().get(next);
      assertTrue(page.array().size() <= 2);
      page.array().forEach(day -> seen.add(((JsonObject) day).getString("day")));
      String link = page.header("Link");
      next = link == null ? null : link.replaceAll("^<https?://[^/]*([^>]*)>.*$", "$1");
    }
    assertEquals(
        List.of("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"), seen);
  }

  @Test
  void aRangeIncludesBothEnds() {
    assertEquals(2, days("?from=2026-03-02&to=2026-03-03").size());
    assertEquals(0, days("?from=2026-03-03&to=2026-03-02").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=yesterday",
        "to=2026-02-30",
        "from=2026-1-1",
        "to=%2B99999-01-01",
        "limit=0",
        "cursor=x",
        "cursor=MDE5MGI1ZjQtN2E0ZS03MDAwLTgwMDAtMDAwMDAwMDAwMDAw"
      })
  void whatIsNoDayAndNoPageIsRefused(String query) {
    Api.Answer answer = member().get("/usage/history?" + query);

    assertEquals("VALIDATION_FAILED", answer.code(), answer.text());
    assertEquals(
        query.split("=")[0],
        answer.json().getJsonArray("violations").getJsonObject(0).getString("field"));
  }

  @Test
  void whatATenantMayUseIsThatOfItsPlanAndItsSettings() {
    JsonObject usage = member().get("/tenants/" + subdomain() + "/usage").json();

    assertEquals(10, usage.getJsonObject("users").getInteger("limit"));
    assertEquals(0, usage.getJsonObject("users").getInteger("used"));
    assertEquals(1024L << 20, usage.getJsonObject("storageBytes").getLong("limit"));
    JsonObject requests = usage.getJsonObject("requests");
    assertEquals(2000, requests.getInteger("limitPerSecond"));
    assertEquals(4000, requests.getInteger("burst"));
    assertEquals(200, requests.getInteger("concurrent"));
    assertTrue(usage.containsKey("measuredAt"));
  }

  @Test
  void theStateHasATag() {
    String other = Fixtures.tenant("shared_database").getString("subdomain");
    Api.Answer first = Fixtures.member(other).get("/usage");
    Api.Answer again =
        Fixtures.member(other).with("If-None-Match", first.header("ETag")).get("/usage");

    assertNull(first.json().getInstant("measuredAt"));
    assertTrue(again.status() == 304 || !again.header("ETag").equals(first.header("ETag")));
  }

  private static List<JsonObject> days(String query) {
    Api.Answer answer = member().get("/usage/history" + query);
    assertEquals(200, answer.status(), answer.text());
    return answer.array().stream().map(JsonObject.class::cast).toList();
  }

  private static Api member() {
    return Fixtures.member(subdomain());
  }

  private static String subdomain() {
    return tenant.getString("subdomain");
  }
}
