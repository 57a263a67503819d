package io.aegisx.tenancy.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {

  private static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private static Map<String, String> complete() {
    return new HashMap<>(
        Map.of(
            "DB_HOST", "db",
            "DB_USERNAME", "app",
            "DB_PASSWORD", "secret",
            "DB_ADMIN_USERNAME", "admin",
            "DB_ADMIN_PASSWORD", "secret",
            "OIDC_ISSUER", "https://id.example.com/realms/x",
            "TENANCY_IDENTIFICATION", "header, path",
            "TENANT_CACHE_TTL", "60",
            "ENCRYPTION_SECRET", SECRET));
  }

  @Test
  void acceptsACompleteEnvironment() {
    assertEquals(Optional.empty(), check(complete()));
  }

  @ParameterizedTest
  @CsvSource({
    "DB_HOST,''",
    "DB_USERNAME,admin",
    "DB_ADMIN_PASSWORD,''",
    "DB_ADMIN_USERNAME,''",
    "DB_PORT,0",
    "DB_ADMIN_PORT,65536",
    "HTTP_PORT,-1",
    "MANAGEMENT_PORT,x",
    "TENANCY_STRATEGY,SHARED",
    "TENANCY_IDENTIFICATION,'header,cookie'",
    "TENANCY_IDENTIFICATION,'header,,path'",
    "TENANCY_BASE_DOMAIN,Example.com",
    "TENANCY_BASE_DOMAIN,a_b.com",
    "DEFAULT_TENANT,Acme",
    "TENANT_CACHE_ENABLED,yes",
    "TENANT_CACHE_TTL,0",
    "OIDC_ISSUER,ftp://id.example.com",
    "OIDC_ISSUER,id.example.com",
    "DB_POOLER,session",
    "ENCRYPTION_SECRET,%%%"
  })
  void namesTheSettingThatIsWrongInOneLine(String name, String value) {
    Map<String, String> settings = complete();
    settings.put(name, value);

    String problem = check(settings).orElseThrow();

    assertTrue(problem.contains(name), problem);
    assertEquals(1, problem.lines().count());
  }

  @Test
  void doesNotRepeatTheValueOfASecret() {
    Map<String, String> settings = complete();
    settings.put("ENCRYPTION_SECRET", "dG9vLXNob3J0");

    assertTrue(!check(settings).orElseThrow().contains("dG9vLXNob3J0"));
  }

  private static Optional<String> check(Map<String, String> settings) {
    return new SettingsCheck(name -> Optional.ofNullable(settings.get(name))).firstProblem();
  }
}
