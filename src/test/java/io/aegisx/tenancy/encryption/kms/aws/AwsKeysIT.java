package io.aegisx.tenancy.encryption.kms.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.Installation;
import io.aegisx.tenancy.testing.Polling;
import io.aegisx.tenancy.testing.ProblemAssert;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys that AWS KMS wraps: in their place, in that of another tenant, and when KMS is down. */
class AwsKeysIT {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  @Test
  void keysUnwrapInTheirPlaceOnlyAndWhatIsRememberedOutlivesAnOutage() throws Exception {
    try (KmsServer kms = new KmsServer();
        Installation service = Installation.start("awskeys", settings(kms))) {
      String tenant = tenant(service);
      String thief = tenant(service);
      String late = tenant(service);
      assertEquals(200, secret(service.admin(tenant)).status());
      assertEquals(200, secret(service.admin(thief)).status());
      service
          .stack()
          .sql(
              "UPDATE registry.data_keys SET wrapped = (SELECT wrapped FROM registry.data_keys"
                  + (" WHERE purpose = 'data' AND tenant_id = '" + id(service, tenant) + "')")
                  + (" WHERE purpose = 'data' AND tenant_id = '" + id(service, thief) + "'"));
      Polling.await(
          LONGEST,
          () -> service.admin(thief).get("/config/a").code().equals("STORAGE_UNAVAILABLE"));

      kms.close();
      assertEquals("v", service.admin(tenant).get("/config/a").json().getString("value"));
      ProblemAssert.assertProblem(ErrorCode.STORAGE_UNAVAILABLE, secret(service.admin(late)));
      assertEquals(200, service.admin(late).get("/users").status());
    }
  }

  private static Map<String, String> settings(KmsServer kms) {
    return Map.of(
        "TENANCY_ENCRYPTION_PROVIDER", "aws",
        "TENANCY_ENCRYPTION_AWS_KEY", KmsServer.KEY,
        "TENANCY_ENCRYPTION_AWS_REGION", "eu-central-1",
        "TENANCY_ENCRYPTION_AWS_ENDPOINT", kms.address(),
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test");
  }

  private static Api.Answer secret(Api admin) {
    return admin.put("/config/a", new JsonObject().put("value", "v").put("secret", true));
  }

  private static String id(Installation service, String tenant) {
    return service.root().get("/tenants/" + tenant).json().getString("id");
  }

  private static String tenant(Installation service) {
    String name = Fixtures.subdomain();
    service.tenant(name, "shared_database");
    return name;
  }
}
