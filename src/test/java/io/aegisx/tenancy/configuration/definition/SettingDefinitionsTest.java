package io.aegisx.tenancy.configuration.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.aegisx.tenancy.tenant.Plan;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingDefinitionsTest {

  private static final SettingDefinition LIMIT =
      SettingDefinition.of(
              "limit", new JsonObject().put("type", "integer").put("minimum", 1).put("maximum", 9))
          .withFallback(IntNode.valueOf(1));

  private static final SettingCatalog CATALOG = () -> List.of(LIMIT);

  @Test
  void theUppermostLayerBelowTheTenantHolds() {
    SettingDefinitions definitions =
        definitions(
            Map.of("limit", "2", "colour", "\"red\""),
            Map.of(Plan.PRO, Map.of("limit", "3")),
            CATALOG);

    assertEquals(IntNode.valueOf(2), definitions.below(Plan.BASIC).get("limit").value());
    assertEquals(Origin.PLATFORM, definitions.below(Plan.BASIC).get("limit").origin());
    assertEquals(IntNode.valueOf(3), definitions.below(Plan.PRO).get("limit").value());
    assertEquals(Origin.PLAN, definitions.below(Plan.PRO).get("limit").origin());
    assertEquals(TextNode.valueOf("red"), definitions.below(Plan.PRO).get("colour").value());
    assertEquals(
        Origin.DEFAULT,
        definitions(Map.of(), Map.of(), CATALOG).below(Plan.PRO).get("limit").origin());
  }

  @ParameterizedTest
  @CsvSource({"limit,0", "limit,{", "limit,1 2", "limit,''", "other,nonsense"})
  void aWrongValueOfALayerEndsTheStartNamingTheSetting(String key, String text) {
    ConfigurationException refused =
        assertThrows(
            ConfigurationException.class, () -> definitions(Map.of(key, text), Map.of(), CATALOG));

    assertTrue(refused.getMessage().contains(key), refused.getMessage());
  }

  @Test
  void aSettingIsDefinedOnce() {
    assertThrows(
        IllegalStateException.class, () -> definitions(Map.of(), Map.of(), CATALOG, CATALOG));
  }

  @ParameterizedTest
  @CsvSource({
    "1,true",
    "9,true",
    "10,false",
    "0,false",
    "1.5,false",
    "'\"1\"',false",
    "null,false"
  })
  void aDefinedValueIsWhatItsSchemaSays(String json, boolean fits) {
    SettingDefinitions definitions = definitions(Map.of(), Map.of(), CATALOG);

    assertEquals(
        fits, definitions.fault("limit", definitions.read(json).orElseThrow()).isEmpty(), json);
    assertTrue(definitions.fault("free", definitions.read(json).orElseThrow()).isEmpty());
  }

  private static SettingDefinitions definitions(
      Map<String, String> platform, Map<Plan, Map<String, String>> plans, SettingCatalog... all) {
    return new SettingDefinitions(
        List.of(all), new Layers(platform, plans, 10, 100, 10), new ObjectMapper());
  }

  private record Layers(
      Map<String, String> platform,
      Map<Plan, Map<String, String>> plans,
      int maxKeys,
      int maxLength,
      int cachedTenants)
      implements ConfigurationSettings {}
}
