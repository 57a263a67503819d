package io.aegisx.tenancy.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Tells what is wrong with a request: JSON that cannot be read, and constraints that do not hold.
 */
@ApplicationScoped
class RequestTranslator {

  private static final Set<ElementKind> OUTSIDE_THE_BODY =
      Set.of(ElementKind.METHOD, ElementKind.PARAMETER, ElementKind.BEAN);

  /** The problem to answer with, or nothing if the request is not to blame. */
  Optional<ProblemException> translate(Throwable failure) {
    if (failure instanceof ConstraintViolationException violations) {
      return Optional.of(invalid(violations));
    }
    return failure instanceof JsonProcessingException json
        ? Optional.of(UnreadableJson.problemOf(json))
        : Optional.empty();
  }

  private static ProblemException invalid(ConstraintViolationException failure) {
    List<Violation> violations =
        failure.getConstraintViolations().stream()
            .map(violation -> new Violation(fieldOf(violation), violation.getMessage()))
            .sorted(Comparator.comparing(Violation::field))
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
    String field =
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
            .filter(node -> !OUTSIDE_THE_BODY.contains(node.getKind()))
            .map(RequestTranslator::step)
            .collect(Collectors.joining())
            .replaceFirst("^\\.", "");
    return field.isEmpty() ? "body" : field;
  }

  private static String step(Path.Node node) {
    String index = node.getIndex() == null ? "" : "[" + node.getIndex() + "]";
    return node.getKind() == ElementKind.CONTAINER_ELEMENT ? index : index + "." + node.getName();
  }
}
