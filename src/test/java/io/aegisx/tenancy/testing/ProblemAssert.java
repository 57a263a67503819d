package io.aegisx.tenancy.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.problem.ErrorCode;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that an answer is a problem document as the contract wants it, and gives nothing away. */
public final class ProblemAssert {

  private static final Set<String> MEMBERS =
      Set.of("type", "title", "status", "detail", "instance", "code", "requestId", "violations");

  /** Names of classes and packages, frames of stack traces, SQL, names of tables. */
  private static final Pattern INTERNALS =
      Pattern.compile(
          "Exception|\\bat [a-z]+\\.|\\b(io|org|java|jakarta|com)\\.[a-z]+\\.|\\.java"
              + "|\\b(SELECT|INSERT|UPDATE|DELETE) |\\bregistry\\b|tenant_[0-9a-f]{32}|constraint");

  private ProblemAssert() {}

  /** The answer is this problem, complete and discreet. */
  public static void assertProblem(ErrorCode code, Api.Answer answer) {
    assertEquals(code.name(), answer.code(), () -> "not the problem expected: " + answer);
    assertEquals(code.status(), answer.status());
    assertEquals("application/problem+json", answer.header("Content-Type"));
    JsonObject problem = answer.json();
    assertEquals("about:blank", problem.getString("type"));
    assertEquals(code.title(), problem.getString("title"));
    assertEquals(code.status(), problem.getInteger("status"));
    assertFalse(problem.getString("detail").isBlank());
    assertFalse(problem.getString("instance").isBlank());
    assertEquals(answer.header("X-Request-ID"), problem.getString("requestId"));
    assertTrue(MEMBERS.containsAll(problem.fieldNames()), () -> "other members: " + problem);
    assertFalse(INTERNALS.matcher(answer.text()).find(), () -> "tells too much: " + problem);
  }

  /** The answer is a problem about one field. */
  public static void assertInvalid(String field, Api.Answer answer) {
    assertProblem(ErrorCode.VALIDATION_FAILED, answer);
    assertEquals(List.of(field), fields(answer), answer::text);
  }

  /** The fields that an answer complains about. */
  public static List<String> fields(Api.Answer answer) {
    return answer.json().getJsonArray("violations").stream()
        .map(violation -> ((JsonObject) violation).getString("field"))
        .toList();
  }
}
