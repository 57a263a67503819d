package io.aegisx.tenancy.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.testing.ServiceProcess;
import io.aegisx.tenancy.testing.ServiceStack;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The package, called with {@code prove} instead of started as a service. */
class ProveCommandIT {

  private static ServiceStack stack;

  @BeforeAll
  static void startStack() {
    stack = ServiceStack.start("prove-command");
  }

  @AfterAll
  static void stopStack() {
    stack.close();
  }

  @Test
  void itPrintsAReportAndEndsWithZeroWhereTenantsAreKeptApart() {
    Ended proof = run(stack.environment(), "prove");

    assertEquals(0, proof.code(), proof.output());
    assertTrue(proof.output().contains("Verdict: tenants are kept apart."), proof.output());
    assertTrue(proof.output().contains("A token of one tenant is refused at another"));
    assertFalse(proof.output().contains("Findings"), proof.output());
  }

  @Test
  void itNamesAFindingAndEndsWithOne() {
    run(stack.environment(), "prove");
    stack.superuser().run("CREATE UNIQUE INDEX by_name ON shared.products (name, tenant_id)");
    try {
      Ended proof = run(stack.environment(), "prove");

      assertEquals(1, proof.code(), proof.output());
      assertTrue(proof.output().contains("unique index by_name on shared.products"));
      assertTrue(proof.output().contains("Verdict: tenants are NOT kept apart."));
    } finally {
      stack.superuser().run("DROP INDEX shared.by_name");
    }
  }

  @Test
  void aWrongSettingEndsItWithOneLine() {
    Map<String, String> environment = stack.environment();
    environment.remove("OIDC_ISSUER");

    Ended refused = run(environment, "prove");

    assertEquals(78, refused.code());
    assertEquals("OIDC_ISSUER is not set", refused.output().strip());
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheKnownOnes() {
    Ended confused = run(stack.environment(), "prowe");

    assertEquals(2, confused.code(), confused.output());
    assertTrue(confused.output().contains("prove"), confused.output());
  }

  private static Ended run(Map<String, String> environment, String... arguments) {
    try (ServiceProcess process = ServiceProcess.start(environment, arguments)) {
      int code = process.awaitExit();
      return new Ended(code, process.output());
    }
  }

  private record Ended(int code, String output) {}
}
