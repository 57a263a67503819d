package io.aegisx.tenancy.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aegisx.tenancy.problem.ProblemException;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Set;

/** Changes some fields of a resource and leaves the others: RFC 7396, and the same for PUT. */
@ApplicationScoped
@Unremovable
public class MergePatch {

  /** The media type of RFC 7396. */
  public static final String MEDIA_TYPE = "application/merge-patch+json";

  private final ObjectMapper json;
  private final Validator validator;

  MergePatch(StrictJson json, Validator validator) {
    this.json = json.mapper();
    this.validator = validator;
  }

  /**
   * What the resource becomes.
   *
   * @param nulls whether a null unsets a field (PATCH) or says nothing about it (PUT)
   * @throws ProblemException {@code VALIDATION_FAILED} if the body is no object
   * @throws ConstraintViolationException if the result is not valid
   */
  public <T> T apply(T current, JsonNode change, Class<T> type, Nulls nulls) {
    if (!(change instanceof ObjectNode fields)) {
      throw ProblemException.invalid("body", "must be a JSON object");
    }
    ObjectNode target = json.valueToTree(current);
    merge(target, fields, nulls);
    T result = read(target, type);
    Set<ConstraintViolation<T>> violations = validator.validate(result);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return result;
  }

  private <T> T read(ObjectNode tree, Class<T> type) {
    try {
      return json.treeToValue(tree, type);
    } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
      throw new UnreadableChangeException(unreadable);
    }
  }

  private static void merge(ObjectNode target, ObjectNode change, Nulls nulls) {
    for (Map.Entry<String, JsonNode> field : change.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (value.isNull() && nulls == Nulls.UNSET && target.has(name)) {
        target.putNull(name);
      } else if (value instanceof ObjectNode nested) {
        ObjectNode inner =
            target.get(name) instanceof ObjectNode existing ? existing : target.objectNode();
        merge(inner, nested, nulls);
        target.set(name, inner);
      } else if (!value.isNull() || !target.has(name)) {
        target.set(name, value);
      }
    }
  }

  /** What a null in a change means. */
  public enum Nulls {
    /** The field is unset. */
    UNSET,
    /** The field is left as it is. */
    IGNORED
  }

  /** Carries the reader's failure to the mapper, which names the field. */
  static final class UnreadableChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableChangeException(com.fasterxml.jackson.core.JsonProcessingException cause) {
      super(cause);
    }
  }
}
