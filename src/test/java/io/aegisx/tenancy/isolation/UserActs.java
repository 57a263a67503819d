package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.testing.Api;
import io.vertx.core.json.JsonObject;

/** What is done to users. All tenants use the same few addresses. */
record UserActs(Visit visit) {

  private Neighbour tenant() {
    return visit.tenant;
  }

  private String email() {
    return "user" + visit.operation.value() + "@example.com";
  }

  void create() {
    JsonObject user =
        new JsonObject().put("email", email()).put("name", "Somebody of " + tenant().name);
    Api.Answer answer = visit.send("POST", "/users", user);
    if (tenant().users.size() >= Neighbour.MAX_USERS) {
      visit.require(answer, 403, "QUOTA_EXCEEDED");
    } else if (tenant().hasUserWith(email())) {
      visit.require(answer, 409, "CONFLICT");
    } else {
      JsonObject made = visit.require(answer, 201, "").json();
      tenant().users.put(made.getString("id"), made);
    }
  }

  void patch() {
    String id = visit.target("/users");
    JsonObject change = new JsonObject().put("email", email());
    Api.Answer answer = visit.send("PATCH", "/users/" + id, change);
    if (!visit.owns("/users", id)) {
      visit.require(answer, 404, "NOT_FOUND");
    } else if (!tenant().users.get(id).getString("email").equals(email())
        && tenant().hasUserWith(email())) {
      visit.require(answer, 409, "CONFLICT");
    } else {
      visit.changed("/users", id, visit.require(answer, 200, "").json(), change);
    }
  }

  void delete() {
    String id = visit.target("/users");
    Api.Answer answer = visit.send("DELETE", "/users/" + id, null);
    if (!visit.owns("/users", id)) {
      visit.require(answer, 404, "NOT_FOUND");
    } else if (tenant().hasOrderOfUser(id)) {
      visit.require(answer, 409, "CONFLICT");
    } else {
      visit.require(answer, 204, "");
      tenant().users.remove(id);
    }
  }
}
