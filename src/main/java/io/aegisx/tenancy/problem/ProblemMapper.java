package io.aegisx.tenancy.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers for every failure inside JAX-RS. */
public class ProblemMapper {

  private final Problems problems;
  private final RoutingContext request;

  ProblemMapper(Problems problems, RoutingContext request) {
    this.problems = problems;
    this.request = request;
  }

  /** Named one by one, since a framework's own mapper for a class would be preferred to ours. */
  @ServerExceptionMapper({
    Throwable.class,
    Exception.class,
    RuntimeException.class,
    ProblemException.class,
    WebApplicationException.class,
    NotFoundException.class,
    AuthenticationFailedException.class,
    AuthenticationCompletionException.class,
    AuthenticationRedirectException.class,
    UnauthorizedException.class,
    ForbiddenException.class,
    JsonProcessingException.class,
    MismatchedInputException.class,
    ValidationException.class,
    ConstraintViolationException.class,
    io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException.class
  })
  public Response map(Throwable failure) {
    Problem problem = problems.of(failure, request);
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    problems.headersOf(problem.code()).forEach(response::header);
    if (problem.code() == ErrorCode.METHOD_NOT_ALLOWED) {
      response.header("Allow", AllowedMethods.ofCurrentRequest());
    }
    return response.build();
  }
}
