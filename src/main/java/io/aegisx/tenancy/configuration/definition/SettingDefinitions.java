package io.aegisx.tenancy.configuration.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aegisx.tenancy.tenant.Plan;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.json.Json;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All definitions, and the values of the layers below the tenants, checked once at start. */
@ApplicationScoped
public class SettingDefinitions {

  private final Map<String, SettingDefinition> definitions = new LinkedHashMap<>();
  private final Map<String, Validator> validators = new LinkedHashMap<>();
  private final Map<String, JsonNode> platform;
  private final Map<Plan, Map<String, JsonNode>> plans = new TreeMap<>();
  private final ObjectMapper json;

  SettingDefinitions(
      @All List<SettingCatalog> catalogs, ConfigurationSettings settings, ObjectMapper json) {
    this.json = json.copy().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    catalogs.forEach(catalog -> catalog.settings().forEach(this::define));
    this.platform = layer("tenancy.configuration.platform", settings.platform());
    settings
        .plans()
        .forEach(
            (plan, values) ->
                plans.put(plan, layer("tenancy.configuration.plans." + plan.code(), values)));
  }

  /** Has a wrong value end the start, not the first request that meets it. */
  public void check(@Observes StartupEvent event) {}

  private void define(SettingDefinition definition) {
    if (definitions.put(definition.key(), definition) != null) {
      throw new IllegalStateException("The setting " + definition.key() + " is defined twice");
    }
    validators.put(
        definition.key(),
        Validator.create(
            JsonSchema.of(definition.schema()),
            new JsonSchemaOptions()
                .setBaseUri("urn:aegisx:setting:")
                .setDraft(Draft.DRAFT202012)
                .setOutputFormat(OutputFormat.Basic)));
  }

  private Map<String, JsonNode> layer(String where, Map<String, String> values) {
    Map<String, JsonNode> parsed = new TreeMap<>();
    values.forEach((key, text) -> parsed.put(key, parse(where + ".\"" + key + "\"", key, text)));
    return parsed;
  }

  private JsonNode parse(String where, String key, String text) {
    JsonNode value =
        read(text).orElseThrow(() -> new ConfigurationException(where + " is not JSON: " + text));
    fault(key, value)
        .ifPresent(
            fault -> {
              throw new ConfigurationException(where + ": " + fault);
            });
    return value;
  }

  /** A JSON value, if the text is one and nothing else. */
  public Optional<JsonNode> read(String text) {
    try {
      return Optional.of(json.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  public Optional<SettingDefinition> of(String key) {
    return Optional.ofNullable(definitions.get(key));
  }

  /** What is wrong with a value, if anything is; keys without a definition hold any value. */
  public Optional<String> fault(String key, JsonNode value) {
    Validator validator = validators.get(key);
    if (validator == null) {
      return Optional.empty();
    }
    OutputUnit result = validator.validate(Json.decodeValue(value.toString()));
    return Boolean.TRUE.equals(result.getValid())
        ? Optional.empty()
        : Optional.of("is not what the setting " + key + " takes: " + reason(result));
  }

  private static String reason(OutputUnit result) {
    List<OutputUnit> errors = result.getErrors();
    return errors == null || errors.isEmpty()
        ? String.valueOf(result.getError())
        : String.valueOf(errors.get(errors.size() - 1).getError());
  }

  /** What holds for a plan's tenants that have set nothing themselves, by key. */
  public Map<String, SettingView> below(Plan plan) {
    Map<String, SettingView> values = new TreeMap<>();
    definitions.forEach(
        (key, definition) ->
            definition
                .fallback()
                .ifPresent(value -> values.put(key, view(key, value, Origin.DEFAULT))));
    platform.forEach((key, value) -> values.put(key, view(key, value, Origin.PLATFORM)));
    plans
        .getOrDefault(plan, Map.of())
        .forEach((key, value) -> values.put(key, view(key, value, Origin.PLAN)));
    return values;
  }

  private SettingView view(String key, JsonNode value, Origin origin) {
    boolean secret = of(key).map(SettingDefinition::secret).orElse(false);
    return SettingView.below(key, value, secret, origin);
  }
}
