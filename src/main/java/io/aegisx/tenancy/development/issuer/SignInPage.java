package io.aegisx.tenancy.development.issuer;

import java.util.Map;
import java.util.stream.Collectors;

/** The form of the development issuer, and the plain pages around it. */
final class SignInPage {

  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; background: #f3f4f6; color: #111827;
             display: grid; place-items: center; min-height: 100vh; margin: 0 }
      main { background: #fff; padding: 2rem; border-radius: .75rem; width: min(22rem, 90vw);
             box-shadow: 0 1px 4px #0003 }
      h1 { font-size: 1.25rem; margin: 0 0 1rem }
      label { display: block; margin: .75rem 0 .25rem }
      input, button { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem;
                      border: 1px solid #6b7280; border-radius: .375rem }
      button { margin-top: 1.25rem; background: #1d4ed8; color: #fff; border: 0 }
      p { color: #374151; font-size: .875rem } [role=alert] { color: #b91c1c }
      """;

  private SignInPage() {}

  /** The form; it sends along what the client asked for. */
  static String form(Map<String, String> carried, String problem) {
    String hidden =
        carried.entrySet().stream()
            .map(
                field ->
                    "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escape(field.getKey()), escape(field.getValue())))
            .collect(Collectors.joining("\n"));
    String alert = problem.isEmpty() ? "" : "<p role=\"alert\">" + escape(problem) + "</p>";
    return page(
        "Sign in",
        """
        %s
        <form method="post" action="authorize">
        %s
        <label for="username">User</label>
        <input id="username" name="username" autocomplete="username" autofocus required>
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required>
        <button>Sign in</button>
        </form>
        <p>Development only: <code>root</code>, <code>acme-admin</code>, <code>acme-user</code>, and
        so for every tenant. The password is the name.</p>
        """
            .formatted(alert, hidden));
  }

  /** A page that only says something. */
  static String message(String title, String text) {
    return page(title, "<p>" + escape(text) + "</p>");
  }

  private static String page(String title, String body) {
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%s</title>
    <meta name="viewport" content="width=device-width"><style>%s</style></head>
    <body><main><h1>%s</h1>%s</main></body>
    </html>
    """
        .formatted(escape(title), STYLE, escape(title), body);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
