package io.aegisx.tenancy.description;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Says with which status and headers a route answers when all goes well. */
final class Answers {

  private static final String REQUEST_ID = "X-Request-ID";

  private Answers() {}

  static void describe(Route route) {
    APIResponses responses = route.operation().getResponses();
    // What the scanner guesses about failures is said better by the problem answers.
    List.of("400", "401", "403").forEach(responses::removeAPIResponse);
    if (route.isCreation()) {
      describeCreation(route, responses);
    } else if (route.isPost()) {
      // Something is done, and nothing made: its answer is described where it is.
      route.success().ifPresent(done -> withHeaders(done, "It is done"));
    } else if (route.isCollection()) {
      route.success().ifPresent(page -> withHeaders(page, "A page of them", "Link"));
    } else {
      route.success().ifPresent(one -> withHeaders(one, "The resource", "ETag"));
    }
    if (route.isSingleRead()) {
      responses.addAPIResponse("304", answer("The client has it already", "ETag"));
    }
    if (route.isPurge()) {
      responses.addAPIResponse("204", answer("Purged"));
    }
    responses.getAPIResponses().values().forEach(response -> addHeader(response, REQUEST_ID));
  }

  private static void describeCreation(Route route, APIResponses responses) {
    APIResponse made = route.success().orElseThrow();
    responses.removeAPIResponse("200");
    withHeaders(made, "Made, or made before under the same key", "Location", "ETag");
    responses.addAPIResponse("201", made);
    if (route.isTenantCreation()) {
      APIResponse pending =
          answer("Entered as pending; it becomes active", "Location", "Preference-Applied");
      responses.addAPIResponse("202", pending.content(made.getContent()));
    }
  }

  private static APIResponse answer(String description, String... headers) {
    APIResponse response = OASFactory.createAPIResponse();
    withHeaders(response, description, headers);
    return response;
  }

  private static void withHeaders(APIResponse response, String description, String... headers) {
    response.setDescription(description);
    List.of(headers).forEach(header -> addHeader(response, header));
  }

  static void addHeader(APIResponse response, String header) {
    response.addHeader(header, OASFactory.createHeader().ref(header));
  }
}
