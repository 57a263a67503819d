package io.aegisx.tenancy.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Reads the bodies of requests by the letter. What a lenient reader would bend into shape, such as
 * {@code "7"} for a number or a name that is given twice, is more often a client's mistake than its
 * intention. What comes from elsewhere, such as tokens and identity providers, is read as they know
 * it.
 */
@Provider
@ApplicationScoped
public class StrictJson implements ContextResolver<ObjectMapper> {

  private static final List<CoercionInputShape> SCALARS =
      List.of(
          CoercionInputShape.Integer,
          CoercionInputShape.Float,
          CoercionInputShape.Boolean,
          CoercionInputShape.String,
          CoercionInputShape.EmptyString);

  private final ObjectMapper strict;

  StrictJson(ObjectMapper json) {
    this.strict = json.copy();
    configure(strict);
  }

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return strict;
  }

  /** What reads bodies. */
  ObjectMapper mapper() {
    return strict;
  }

  private static void configure(ObjectMapper json) {
    json.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    json.enable(
        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    json.registerModule(
        new SimpleModule("text").addDeserializer(String.class, new WellFormedText()));
    refuse(json, LogicalType.Textual, CoercionInputShape.String, CoercionInputShape.EmptyString);
    refuse(json, LogicalType.Integer, CoercionInputShape.Integer);
    refuse(json, LogicalType.Boolean, CoercionInputShape.Boolean);
    refuse(json, LogicalType.Enum, CoercionInputShape.String);
  }

  /** Takes for a type only the shapes that are its own. */
  private static void refuse(ObjectMapper json, LogicalType type, CoercionInputShape... own) {
    SCALARS.stream()
        .filter(shape -> !List.of(own).contains(shape))
        .forEach(shape -> json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail));
  }
}
