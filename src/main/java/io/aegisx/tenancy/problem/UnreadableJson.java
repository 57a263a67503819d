package io.aegisx.tenancy.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells which part of a body cannot be read, and what was expected there. */
final class UnreadableJson {

  private static final String WHOLE = "body";
  private static final String NUMBER = "must be a whole number that is not too large";

  private UnreadableJson() {}

  static ProblemException problemOf(JsonProcessingException failure) {
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return ProblemException.invalid(fieldOf(unknown), "is not a property that is known here");
    }
    StreamReadException malformed = malformed(failure);
    if (malformed != null) {
      return ofMalformed(malformed);
    }
    if (failure instanceof InvalidFormatException format
        && format.getTargetType() == String.class) {
      return ProblemException.invalid(
          fieldOf(format), "must be a text of whole characters, no NUL");
    }
    return failure instanceof MismatchedInputException mismatch
        ? ProblemException.invalid(fieldOf(mismatch), expected(mismatch.getTargetType()))
        : ProblemException.invalid(WHOLE, "is not the JSON that is expected here");
  }

  private static @Nullable StreamReadException malformed(Throwable failure) {
    if (failure instanceof StreamReadException malformed) {
      return malformed;
    }
    return failure.getCause() == null ? null : malformed(failure.getCause());
  }

  /** The parser knows where it stopped: at a name that came twice, or a number out of range. */
  private static ProblemException ofMalformed(StreamReadException failure) {
    boolean twice = String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate field");
    JsonParser parser = failure.getProcessor();
    if (parser == null || !(twice || failure instanceof InputCoercionException)) {
      return ProblemException.invalid(WHOLE, "is not well-formed JSON");
    }
    return ProblemException.invalid(
        fieldAt(parser.getParsingContext()), twice ? "is given more than once" : NUMBER);
  }

  private static String fieldAt(JsonStreamContext context) {
    JsonStreamContext parent = context.getParent();
    String outer = parent == null ? "" : fieldAt(parent);
    if (context.inArray()) {
      return outer + "[" + context.getCurrentIndex() + "]";
    }
    return context.getCurrentName() == null ? outer : joined(outer, context.getCurrentName());
  }

  private static String joined(String outer, String name) {
    return outer.isEmpty() ? name : outer + "." + name;
  }

  private static String fieldOf(JsonMappingException failure) {
    String path =
        failure.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getFieldName())
            .collect(Collectors.joining())
            .replaceFirst("^\\.", "");
    return path.isEmpty() ? WHOLE : path;
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "has a value of the wrong type or form";
    }
    if (type == String.class) {
      return "must be a text";
    }
    if (type == UUID.class) {
      return "must be a UUID";
    }
    if (type == Instant.class) {
      return "must be a time such as 2026-01-31T12:00:00Z";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "must be true or false";
    }
    return expectedOfMany(type);
  }

  private static String expectedOfMany(Class<?> type) {
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return NUMBER;
    }
    if (type.isEnum()) {
      return "must be one of the values that are known here";
    }
    return Collection.class.isAssignableFrom(type) ? "must be an array" : "must be a JSON object";
  }
}
