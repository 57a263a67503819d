package io.aegisx.tenancy.configuration.definition;

import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings that every tenant starts with. */
@ApplicationScoped
public class CommonSettings implements SettingCatalog {

  @Override
  public List<SettingDefinition> settings() {
    return List.of(
        SettingDefinition.of("locale", text("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))
            .withFallback(TextNode.valueOf("en")),
        SettingDefinition.of("timezone", text("^[A-Za-z0-9_+/-]{1,64}$"))
            .withFallback(TextNode.valueOf("UTC")));
  }

  private static JsonObject text(String pattern) {
    return new JsonObject().put("type", "string").put("pattern", pattern);
  }
}
