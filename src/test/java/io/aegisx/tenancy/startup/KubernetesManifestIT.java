package io.aegisx.tenancy.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the build writes for Kubernetes. */
class KubernetesManifestIT {

  private static final Set<String> SECRET =
      Set.of(
          "DB_USERNAME",
          "DB_PASSWORD",
          "DB_ADMIN_USERNAME",
          "DB_ADMIN_PASSWORD",
          "ENCRYPTION_SECRET");
  private static final Set<String> OPEN =
      Set.of(
          "TENANCY_STRATEGY",
          "TENANCY_IDENTIFICATION",
          "TENANCY_BASE_DOMAIN",
          "DEFAULT_TENANT",
          "TENANT_CACHE_ENABLED",
          "TENANT_CACHE_TTL",
          "DB_HOST",
          "DB_PORT",
          "DB_NAME",
          "DB_ADMIN_HOST",
          "DB_ADMIN_PORT",
          "DB_POOLER",
          "OIDC_ISSUER",
          "OIDC_AUDIENCE",
          "OIDC_CLIENT_ID",
          "HTTP_PORT",
          "MANAGEMENT_PORT");

  private static final Map<String, JsonNode> RESOURCES = new HashMap<>();

  @BeforeAll
  static void readManifest() throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    Path file = Path.of("target", "kubernetes", "kubernetes.yml");
    try (var documents =
        yaml.readerFor(JsonNode.class)
            .<JsonNode>readValues(new YAMLFactory().createParser(file.toFile()))) {
      documents.forEachRemaining(
          document -> RESOURCES.put(document.path("kind").asText(), document));
    }
  }

  @Test
  void everySettingComesFromTheConfigMapOrTheSecret() {
    assertEquals(OPEN, names(RESOURCES.get("ConfigMap").path("data")));
    JsonNode from = container().path("envFrom");
    assertEquals("aegisx-tenancy", from.findValue("configMapRef").path("name").asText());
    assertEquals("aegisx-tenancy", from.findValue("secretRef").path("name").asText());
  }

  @Test
  void theConfigMapWithTheSecretIsAnEnvironmentThatIsAccepted() {
    Map<String, String> environment = new HashMap<>();
    JsonNode open = RESOURCES.get("ConfigMap").path("data");
    names(open).forEach(name -> environment.put(name, open.path(name).asText()));
    SECRET.forEach(name -> environment.put(name, name));
    environment.put("ENCRYPTION_SECRET", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    assertEquals(
        java.util.Optional.empty(),
        new SettingsCheck(name -> java.util.Optional.ofNullable(environment.get(name)))
            .firstProblem());
  }

  @Test
  void probesAskTheManagementPort() {
    Map<String, String> probes =
        Map.of("livenessProbe", "live", "readinessProbe", "ready", "startupProbe", "started");
    probes.forEach(
        (probe, path) -> {
          JsonNode get = container().path(probe).path("httpGet");
          assertEquals(9000, get.path("port").asInt());
          assertEquals("/q/health/" + path, get.path("path").asText());
        });
  }

  @Test
  void itRunsAsAnOrdinaryUserAndNeedsNothingElseInTheCluster() {
    assertTrue(pod().path("securityContext").path("runAsNonRoot").asBoolean());
    assertTrue(pod().path("initContainers").isMissingNode());
    assertTrue(
        Set.of("ServiceAccount", "ConfigMap", "Service", "Deployment", "Role", "RoleBinding")
            .containsAll(RESOURCES.keySet()));
  }

  private static JsonNode pod() {
    return RESOURCES.get("Deployment").path("spec").path("template").path("spec");
  }

  private static JsonNode container() {
    return pod().path("containers").get(0);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    Iterator<String> fields = object.fieldNames();
    fields.forEachRemaining(names::add);
    return names;
  }
}
