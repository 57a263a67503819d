package io.aegisx.tenancy.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.Api;
import io.vertx.core.json.JsonObject;

/** What the tables on access expect of an answer. */
final class Answers {

  private Answers() {}

  /** Nobody is known to have asked: 401, in the form that the contract promises. */
  static void assertUnauthenticated(String what, Api.Answer answer) {
    assertRefused(what, 401, "UNAUTHENTICATED", answer);
    String challenge = String.valueOf(answer.header("WWW-Authenticate"));
    assertTrue(challenge.startsWith("Bearer"), () -> what + ": WWW-Authenticate " + challenge);
  }

  /** A problem document with this status and code, and nothing about our insides. */
  static void assertRefused(String what, int status, String code, Api.Answer answer) {
    assertEquals(status + " " + code, answer.status() + " " + answer.code(), what + ": " + answer);
    JsonObject problem = answer.json();
    assertEquals(status, problem.getInteger("status"), what);
    assertEquals(answer.header("X-Request-ID"), problem.getString("requestId"), what);
    assertTrue(problem.getString("detail").length() > 5, what);
    String text = answer.text().toLowerCase(java.util.Locale.ROOT);
    for (String inside : new String[] {"exception", "io.aegisx", "quarkus", "jose4j", "select "}) {
      assertTrue(!text.contains(inside), () -> what + " tells of " + inside + ": " + answer);
    }
  }

  static void assertServed(String what, int status, Api.Answer answer) {
    assertEquals(status, answer.status(), () -> what + ": " + answer);
  }
}
