package io.aegisx.tenancy.testing;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks through collections as a client does: by the links to next pages. */
public final class Pages {

  private static final Pattern NEXT = Pattern.compile("<https?://[^/]+([^>]+)>; rel=\"next\"");
  private static final int TOO_MANY = 1_000;

  private Pages() {}

  /** The items of all pages, in their order. */
  public static List<JsonObject> of(Api api, String first) {
    List<JsonObject> items = new ArrayList<>();
    String path = first;
    for (int page = 0; path != null; page++) {
      Api.Answer answer = api.get(path);
      if (answer.status() != 200 || page > TOO_MANY) {
        throw new AssertionError("Page " + page + " of " + first + ": " + answer);
      }
      answer.array().forEach(item -> items.add((JsonObject) item));
      path = next(answer);
    }
    return items;
  }

  private static String next(Api.Answer answer) {
    String link = answer.header("Link");
    Matcher next = NEXT.matcher(link == null ? "" : link);
    return next.find() ? next.group(1) : null;
  }
}
