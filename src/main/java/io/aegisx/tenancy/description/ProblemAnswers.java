package io.aegisx.tenancy.description;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says with which problems a route may answer, by status. */
final class ProblemAnswers {

  private static final List<Integer> ANYWHERE = List.of(400, 401, 403, 404, 406, 429, 500, 503);

  private static final Map<Integer, List<String>> HEADERS =
      Map.of(
          401, List.of("WWW-Authenticate"),
          429, List.of("Retry-After", "RateLimit", "RateLimit-Policy"),
          503, List.of("Retry-After"));

  private ProblemAnswers() {}

  static void describe(Route route) {
    SortedSet<Integer> statuses = new TreeSet<>(ANYWHERE);
    if (!route.isRead()) {
      statuses.add(409);
    }
    if (route.isGuarded()) {
      statuses.add(412);
    }
    if (route.takesBody()) {
      statuses.addAll(List.of(413, 415));
    }
    if (route.isPost()) {
      statuses.add(422);
    }
    statuses.forEach(
        status ->
            route
                .operation()
                .getResponses()
                .addAPIResponse(
                    Integer.toString(status), OASFactory.createAPIResponse().ref(name(status))));
  }

  static void define(Components components) {
    Arrays.stream(ErrorCode.values())
        .collect(Collectors.groupingBy(ErrorCode::status))
        .forEach((status, codes) -> components.addResponse(name(status), answer(status, codes)));
  }

  private static APIResponse answer(int status, List<ErrorCode> codes) {
    APIResponse answer =
        OASFactory.createAPIResponse()
            .description(
                codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", ")))
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().ref("Problem"))));
    Answers.addHeader(answer, "X-Request-ID");
    HEADERS.getOrDefault(status, List.of()).forEach(header -> Answers.addHeader(answer, header));
    return answer;
  }

  private static String name(int status) {
    return "Problem" + status;
  }
}
