package io.aegisx.tenancy.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Tells what is wrong with a request: JSON that cannot be read, and constraints that do not hold.
 */
@ApplicationScoped
public class RequestTranslator implements FailureTranslator {

  @Override
  public Optional<ProblemException> translate(Throwable failure) {
    if (failure instanceof ConstraintViolationException violations) {
      return Optional.of(invalid(violations));
    }
    return failure instanceof JsonProcessingException json
        ? Optional.of(unreadable(json))
        : Optional.empty();
  }

  private static ProblemException unreadable(JsonProcessingException failure) {
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return ProblemException.invalid(fieldOf(unknown), "is not a property that is known here");
    }
    return failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? ProblemException.invalid(fieldOf(mapping), "has a value of the wrong type or form")
        : new ProblemException(
            ErrorCode.VALIDATION_FAILED, "The body is not the JSON that is expected here");
  }

  private static String fieldOf(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static ProblemException invalid(ConstraintViolationException failure) {
    List<Violation> violations =
        failure.getConstraintViolations().stream()
            .map(violation -> new Violation(fieldOf(violation), violation.getMessage()))
            .sorted(java.util.Comparator.comparing(Violation::field))
            .toList();
    return new ProblemException(
        ErrorCode.VALIDATION_FAILED,
        violations.stream()
            .map(violation -> violation.field() + " " + violation.message())
            .collect(Collectors.joining("; ", "The request is not valid: ", "")),
        violations);
  }

  /** The path below the method and its parameter, whose names are no client's business. */
  private static String fieldOf(ConstraintViolation<?> violation) {
    List<String> names =
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
            .filter(node -> node.getKind() != jakarta.validation.ElementKind.METHOD)
            .map(Path.Node::toString)
            .filter(name -> !name.isEmpty())
            .toList();
    boolean insideBody =
        names.size() > 1
            && violation.getPropertyPath().iterator().next().getKind()
                == jakarta.validation.ElementKind.METHOD;
    return String.join(".", insideBody ? names.subList(1, names.size()) : names);
  }
}
