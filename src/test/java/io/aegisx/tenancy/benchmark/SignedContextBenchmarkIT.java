package io.aegisx.tenancy.benchmark;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it costs to have contexts signed: two services side by side, measured by turns. */
@Tag("benchmark")
class SignedContextBenchmarkIT {

  private static final int ROUNDS = 7;

  @ParameterizedTest
  @ValueSource(strings = {"shared_database", "schema_per_tenant"})
  void throughputOfReadsSignedAgainstPlain(String isolation) throws Exception {
    String place = isolation.substring(0, 6);
    try (Installation plain = Installation.start("plain-" + place, Map.of());
        Installation signed = Installation.start("signed-" + place, signing())) {
      List<Double> ratios = new ArrayList<>();
      fill(plain, isolation);
      fill(signed, isolation);
      for (int round = 0; round < ROUNDS; round++) {
        double without = Throughput.of(() -> read(plain));
        double with = Throughput.of(() -> read(signed));
        ratios.add(with / without);
      }
      // The first rounds warm both up.
      System.out.printf(
          "BENCHMARK signed/plain, GET /users, %s: %.2f %s%n",
          isolation, Throughput.median(ratios.subList(2, ROUNDS)), ratios);
    }
  }

  private static void fill(Installation installation, String isolation) {
    installation.tenant("bench", isolation);
    for (int i = 0; i < 20; i++) {
      installation.admin("bench").post("/users", Fixtures.user("u" + i + "@example.com"));
    }
  }

  private static Api.Answer read(Installation installation) {
    return installation.admin("bench").get("/users");
  }

  private static Map<String, String> signing() {
    return Map.of(
        "TENANCY_SIGNED_CONTEXT_ENABLED",
        "true",
        "ENCRYPTION_SECRET",
        Base64.getEncoder().encodeToString(new byte[32]));
  }
}
