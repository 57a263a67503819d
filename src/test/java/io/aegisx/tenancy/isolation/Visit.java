package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.aegisx.tenancy.testing.Api;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** One operation at work: for its tenant, named in its way, among the others. */
final class Visit {

  private static final String NOWHERE = "00000000-0000-7000-8000-000000000000";

  final Neighbour tenant;
  final Operation operation;
  private final Neighbourhood all;

  Visit(Neighbourhood all, Operation operation) {
    this.all = all;
    this.operation = operation;
    this.tenant = all.tenants().get(operation.tenant() % all.tenants().size());
  }

  /** Sends as the tenant's administrator or, every other time, as the platform's. */
  Api.Answer send(String method, String path, JsonObject body) {
    return send(all.caller(tenant, operation.value() % 2 == 0), method, path, body);
  }

  Api root() {
    return all.caller(tenant, true);
  }

  Api.Answer send(Api caller, String method, String path, JsonObject body) {
    Naming naming = operation.naming();
    Api api = naming.at(caller, new Api(all.byToken().base(), caller.headers()), tenant);
    String named = naming.path(path, tenant);
    Api.Answer answer =
        method.equals("PATCH") ? api.patch(named, body) : api.send(method, named, body);
    requireNoTraceOfOthers(answer, named + " " + body);
    return answer;
  }

  private void requireNoTraceOfOthers(Api.Answer answer, String request) {
    String told = answer.headers() + answer.text();
    all.tenants().stream()
        .filter(other -> other != tenant)
        .flatMap(Neighbour::traces)
        .filter(trace -> !request.contains(trace))
        .forEach(trace -> assertFalse(told.contains(trace), () -> trace + " in " + answer));
  }

  Api.Answer require(Api.Answer answer, int status, String code) {
    assertEquals(status + " " + code, answer.status() + " " + answer.code(), answer::toString);
    return answer;
  }

  /** A row of the tenant, or of another one, or of none. */
  String target(String collection) {
    Neighbour owner = tenant;
    if (operation.foreign()) {
      int next = 1 + operation.value() % (all.tenants().size() - 1);
      owner = all.tenants().get((all.tenants().indexOf(tenant) + next) % all.tenants().size());
    }
    List<String> ids = new ArrayList<>(owner.rows(collection).keySet());
    return ids.isEmpty() ? NOWHERE : ids.get(operation.target() % ids.size());
  }

  boolean owns(String collection, String id) {
    return tenant.rows(collection).containsKey(id);
  }

  /** All pages together are exactly what the tenant must have. */
  void list(String collection) {
    JsonArray found = new JsonArray();
    String next = collection + "?limit=2";
    while (next != null) {
      Api.Answer page = require(send("GET", next, null), 200, "");
      page.array().forEach(found::add);
      String link = page.header("Link");
      next = link == null ? null : link.replaceFirst(".*" + collection, collection);
      next = next == null ? null : next.replaceFirst(">.*", "");
    }
    JsonArray expected = new JsonArray(new ArrayList<>(tenant.rows(collection).values()));
    assertEquals(expected, found, tenant + " " + collection);
  }

  void get(String collection) {
    String id = target(collection);
    Api.Answer answer = send("GET", collection + "/" + id, null);
    if (owns(collection, id)) {
      require(answer, 200, "");
      assertEquals(tenant.rows(collection).get(id), answer.json());
    } else {
      require(answer, 404, "NOT_FOUND");
    }
  }

  void rename(String collection, boolean patch) {
    String id = target(collection);
    JsonObject change =
        new JsonObject().put("name", "Renamed by " + tenant.name + " " + operation.value());
    Api.Answer answer = send(patch ? "PATCH" : "PUT", collection + "/" + id, change);
    if (owns(collection, id)) {
      require(answer, 200, "");
      changed(collection, id, answer.json(), change);
    } else {
      require(answer, 404, "NOT_FOUND");
    }
  }

  /** The answer is what was there, with the change and maybe a new time. */
  void changed(String collection, String id, JsonObject answer, JsonObject change) {
    JsonObject expected = tenant.rows(collection).get(id).copy().mergeIn(change);
    if (answer.containsKey("updatedAt")) {
      expected.put("updatedAt", answer.getString("updatedAt"));
    }
    assertEquals(expected, answer);
    tenant.rows(collection).put(id, answer);
  }

  void current() {
    // What the path names is not "current": there it is the tenant itself that is asked for.
    String path = operation.naming().path("", tenant);
    Api.Answer answer = send("GET", path.isEmpty() ? "/tenants/current" : "", null);
    assertEquals(tenant.id, require(answer, 200, "").json().getString("id"));
  }

  void mine() {
    Api.Answer answer = all.caller(tenant, false).get("/tenants/mine");
    requireNoTraceOfOthers(answer, "");
    assertEquals(1, require(answer, 200, "").array().size());
  }

  /** Another tenant's administrator gets in nowhere, in no way that is not by its own token. */
  void intrude() {
    if (operation.naming() != Naming.TOKEN) {
      Neighbour other = all.after(tenant);
      JsonObject user = new JsonObject().put("email", "in@x.example").put("name", other.name);
      boolean read = operation.value() % 2 == 0;
      Api intruder = all.caller(other, false);
      Api.Answer answer = send(intruder, read ? "GET" : "POST", "/users", read ? null : user);
      require(answer, 403, "TENANT_ACCESS_DENIED");
    }
  }

  void nameTwo() {
    Naming naming = operation.naming();
    if (!naming.name().startsWith("HEADER") && naming != Naming.TOKEN) {
      Neighbour other = all.after(tenant);
      Api.Answer answer =
          naming
              .at(all.caller(tenant, true).forTenant(other.id), all.byToken(), tenant)
              .get(naming.path("/users", tenant));
      require(answer, 400, "TENANT_CONFLICT");
    }
  }
}
