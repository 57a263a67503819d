package io.aegisx.tenancy.prover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.prover.trial.Check;
import io.aegisx.tenancy.prover.trial.Trial;
import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faults of our own code, as opposed to those of a database: planted inside, and found. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class PlantedFaultTest {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final String END_ALL_SESSIONS =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'aegisx_app'"
          + " AND query NOT LIKE 'LISTEN%'";

  @Inject IsolationProver prover;
  @Inject TenantData data;
  @Inject TenantRepository registry;
  @Inject Vertx vertx;

  @Test
  void aSessionLevelSettingLeftOnAPooledConnectionIsFound() {
    String subdomain = Fixtures.tenant("shared_database").getString("subdomain");
    Tenant tenant =
        registry.find(new TenantKey.Name(subdomain)).await().atMost(LONGEST_WAIT).orElseThrow();
    String careless = "SELECT set_config('app.tenant_id', '" + tenant.id() + "', false)";

    TenantContext.within(vertx, tenant, () -> data.write(() -> data.text(careless, Map.of())))
        .await()
        .atMost(LONGEST_WAIT);

    assertFound(Check.POOLED_CONNECTIONS, "still bound to tenant " + tenant.id());
    Superuser.ofService().run(END_ALL_SESSIONS);
    assertNotBroken();
  }

  @Test
  void aCacheKeyWithoutTheTenantIsFound() {
    ForgetfulCache.plant();
    try {
      assertFound(Check.OWN_DATA, "shows a row of");
      assertFound(Check.PUBLIC_PROFILE, "without its own row");
    } finally {
      ForgetfulCache.remove();
    }
    assertNotBroken();
  }

  private void assertFound(Check check, String detail) {
    Report report = prover.prove().await().atMost(LONGEST_WAIT);
    assertEquals(Report.Verdict.BROKEN, report.verdict());
    assertTrue(
        report.findings().stream()
            .anyMatch(trial -> trial.check() == check && trial.detail().contains(detail)),
        report.findings().toString());
  }

  private void assertNotBroken() {
    Report report = prover.prove().await().atMost(LONGEST_WAIT);
    // The first proofs may meet sessions that have just been ended: they cannot tell, and say so.
    for (int more = 0; more < 10 && !everyCheckHolds(report); more++) {
      assertEquals(Report.Verdict.INCONCLUSIVE, report.verdict(), report.toString());
      report = prover.prove().await().atMost(LONGEST_WAIT);
    }
    // Other tests may have broken the storage of their tenants: that is not ours to tell.
    assertNotEquals(Report.Verdict.BROKEN, report.verdict(), report.findings().toString());
    assertTrue(everyCheckHolds(report), report.toString());
  }

  private static boolean everyCheckHolds(Report report) {
    return report.checks().stream().allMatch(check -> check.held() > 0);
  }

  @Test
  void aProofWithoutItsCanariesCannotTell() {
    Trial held = Trial.held(Check.UNBOUND, "a statement where no tenant is bound");
    Report report =
        Report.of(java.time.Instant.now(), java.util.List.of(), java.util.List.of(held));
    assertEquals(Report.Verdict.INCONCLUSIVE, report.verdict());
  }
}
