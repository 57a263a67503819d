package io.aegisx.tenancy.configuration.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What JSON allows and PostgreSQL cannot keep (manual, section 8.14). */
public final class JsonValues {

  private JsonValues() {}

  /** What is wrong with a value, if anything is. */
  public static Optional<String> fault(JsonNode value) {
    if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
      return Optional.of("holds a number that is too large");
    }
    if (value.isTextual()) {
      return textFault(value.textValue());
    }
    Stream<JsonNode> children = StreamSupport.stream(value.spliterator(), false);
    Stream<String> names =
        StreamSupport.stream(((Iterable<String>) value::fieldNames).spliterator(), false);
    return Stream.concat(names.map(JsonValues::textFault), children.map(JsonValues::fault))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> textFault(String text) {
    boolean broken =
        text.codePoints()
            .anyMatch(
                point ->
                    point == 0
                        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    return broken ? Optional.of("holds text that is not well-formed") : Optional.empty();
  }
}
