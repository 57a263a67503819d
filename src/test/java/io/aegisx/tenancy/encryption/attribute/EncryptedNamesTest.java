package io.aegisx.tenancy.encryption.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.development.LocalPostgres;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ProblemAssert;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The names of users: plaintext for those who may, ciphertext for whoever reads the database. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class EncryptedNamesTest {

  static final List<String> ISOLATIONS = List.of(Fixtures.ISOLATIONS);

  @ParameterizedTest
  @FieldSource("ISOLATIONS")
  void theDatabaseHoldsNoNameAndTheApiShowsIt(String isolation) {
    Household home = Household.of(isolation);
    String id = home.user("Grace Hopper");

    assertEquals("Grace Hopper", home.name(id));
    String stored = home.stored(id);
    assertTrue(stored.startsWith("enc:1:1:"), stored);
    Api.Answer changed = home.admin().put("/users/" + id, named("Ada Lovelace"));
    assertEquals("Ada Lovelace", changed.json().getString("name"));
    assertEquals("Ada Lovelace", home.name(id));
    assertNotEquals(stored, home.stored(id));
    assertEquals(200, home.admin().patch("/users/" + id, named("enc:1:1:AAAA")).status());
    assertEquals("enc:1:1:AAAA", home.name(id));
    assertEquals(204, home.admin().delete("/users/" + id).status());
  }

  @Test
  void whatChangesNothingChangesNoVersionAndNoCiphertext() {
    Household home = Household.of("shared_database");
    String id = home.user("Alan Turing");
    String stored = home.stored(id);
    String tag = home.admin().get("/users/" + id).header("ETag");

    assertEquals(tag, home.admin().put("/users/" + id, named("Alan Turing")).header("ETag"));
    assertEquals(tag, home.admin().get("/users/" + id).header("ETag"));
    assertEquals(stored, home.stored(id));
    // Another attribute changes: the name is written anew, and stays what it is.
    home.admin().put("/users/" + id, new JsonObject().put("email", "turing@example.com"));
    assertEquals("Alan Turing", home.name(id));
  }

  @ParameterizedTest
  @FieldSource("ISOLATIONS")
  void usersAreFoundByTheirExactName(String isolation) {
    Household home = Household.of(isolation);
    String one = home.user("Same Name");
    String two = home.user("Same Name");
    home.user("same name");
    String old = home.user("x");
    home.sql(
        "UPDATE {schema}.users SET name = 'Same Name', name_index = NULL WHERE id = '" + old + "'");

    assertEquals(List.of(one, two, old), home.found("Same%20Name"));
    assertEquals(List.of(), home.found("Nobody"));
    assertEquals("Same Name", home.name(old));
    assertEquals(List.of(), Household.of(isolation).found("Same%20Name"));
  }

  @ParameterizedTest
  @FieldSource("ISOLATIONS")
  void aNameThatWasMovedToAnotherRowIsNotShown(String isolation) {
    Household home = Household.of(isolation);
    String rich = home.user("Rich");
    String poor = home.user("Poor");

    home.sql(
        "UPDATE {schema}.users SET name = (SELECT name FROM {schema}.users WHERE id = '"
            + rich
            + "') WHERE id = '"
            + poor
            + "'");

    Api.Answer answer = home.admin().get("/users/" + poor);
    ProblemAssert.assertProblem(ErrorCode.CONFLICT, answer);
    assertFalse(answer.text().contains("Rich"), answer.text());
    assertEquals("Rich", home.name(rich));
  }

  @Test
  void aNameOfAnotherTenantOrColumnIsNotShown() {
    Household home = Household.of("shared_database");
    Household other = Household.of("shared_database");
    String theirs = other.user("Theirs");
    String ours = home.user("Ours");
    // The same row id, so that only the tenant differs.
    home.sql(
        "UPDATE shared.users SET id = '"
            + theirs
            + "', name = (SELECT name FROM shared.users WHERE id = '"
            + theirs
            + "') WHERE id = '"
            + ours
            + "'");

    ProblemAssert.assertProblem(ErrorCode.CONFLICT, home.admin().get("/users/" + theirs));
    assertEquals("Theirs", other.name(theirs));
  }

  @Test
  void whatPostgresWouldRefuseInTheClearIsRefusedEncrypted() {
    Household home = Household.of("shared_database");
    JsonObject user = Fixtures.user("a@example.com").put("name", "a\u0000b");
    ProblemAssert.assertInvalid("name", home.admin().post("/users", user));
    ProblemAssert.assertProblem(ErrorCode.VALIDATION_FAILED, home.admin().get("/users?name=a%00b"));
  }

  private static JsonObject named(String name) {
    return new JsonObject().put("name", name);
  }

  /** A tenant, and where its data is. */
  private record Household(Api admin, String database, String schema) {

    static Household of(String isolation) {
      JsonObject tenant = Fixtures.tenant(isolation);
      Api admin = Fixtures.admin(tenant.getString("subdomain"));
      String hex = tenant.getString("id").replace("-", "");
      return switch (isolation) {
        case "shared_database" -> new Household(admin, LocalPostgres.DATABASE, "shared");
        case "schema_per_tenant" -> new Household(admin, LocalPostgres.DATABASE, "tenant_" + hex);
        default ->
            new Household(
                admin,
                Superuser.ofService()
                    .texts("SELECT datname FROM pg_database WHERE datname LIKE '%" + hex + "'")
                    .get(0),
                "app");
      };
    }

    String user(String name) {
      JsonObject user = Fixtures.user(Fixtures.subdomain() + "@example.com").put("name", name);
      Api.Answer made = admin.post("/users", user);
      assertEquals(201, made.status(), made.toString());
      assertEquals(name, made.json().getString("name"));
      return made.json().getString("id");
    }

    String name(String id) {
      return admin.get("/users/" + id).json().getString("name");
    }

    List<String> found(String name) {
      return admin.get("/users?name=" + name).array().stream()
          .map(user -> ((JsonObject) user).getString("id"))
          .toList();
    }

    String stored(String id) {
      return Superuser.ofService()
          .textsIn(database, "SELECT name FROM " + schema + ".users WHERE id = '" + id + "'")
          .get(0);
    }

    void sql(String statement) {
      Superuser.ofService().in(database, statement.replace("{schema}", schema));
    }
  }
}
