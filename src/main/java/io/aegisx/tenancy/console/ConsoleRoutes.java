package io.aegisx.tenancy.console;

import io.aegisx.tenancy.access.token.OidcSettings;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code /console/config.json}, which needs no token, and the headers of the console's pages. */
@ApplicationScoped
class ConsoleRoutes {

  /** Before what serves the files. */
  private static final int FIRST = -100;

  private static final String ROOT = "/console";
  private static final String ASSETS = ROOT + "/assets/";
  private static final int PERMANENT = 308;

  private final OidcSettings oidc;
  private final ConsoleSettings settings;
  private final String baseDomain;

  ConsoleRoutes(
      OidcSettings oidc,
      ConsoleSettings settings,
      @ConfigProperty(name = "tenancy.base-domain", defaultValue = "localhost") String baseDomain) {
    this.oidc = oidc;
    this.settings = settings;
    this.baseDomain = baseDomain;
  }

  void register(@Observes Router router) {
    router.get(ROOT).order(FIRST).handler(ConsoleRoutes::addSlash);
    router.route(ROOT + "/*").order(FIRST).handler(this::addHeaders);
    router.get(ROOT + "/config.json").order(FIRST + 1).handler(this::configuration);
    router.get(ROOT + "/*").order(FIRST + 2).handler(ConsoleRoutes::showTheConsole);
  }

  /** Addresses below it, which only the console itself understands; files have an extension. */
  private static void showTheConsole(RoutingContext request) {
    String path = request.normalizedPath();
    boolean file = path.substring(path.lastIndexOf('/')).contains(".");
    // Vite, in development, has addresses of its own that begin so.
    boolean generated = path.startsWith(ROOT + "/@");
    if (path.equals(ROOT + "/") || path.startsWith(ASSETS) || file || generated) {
      request.next();
    } else {
      request.reroute(ROOT + "/");
    }
  }

  /** A router takes both for the same; the console's addresses begin with the longer one. */
  private static void addSlash(RoutingContext request) {
    if (request.request().path().equals(ROOT)) {
      request.response().setStatusCode(PERMANENT).putHeader("Location", ROOT + "/").end();
    } else {
      request.next();
    }
  }

  private void addHeaders(RoutingContext request) {
    HttpServerResponse response = request.response();
    boolean unchanging = request.normalizedPath().startsWith(ASSETS);
    response.putHeader(
        HttpHeaders.CACHE_CONTROL, unchanging ? "public, max-age=31536000, immutable" : "no-cache");
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "no-referrer");
    if (settings.securityPolicy()) {
      response.putHeader("Content-Security-Policy", policy());
    }
    request.next();
  }

  /** Scripts and styles are our own; the browser also talks to the provider. */
  private String policy() {
    URI issuer = URI.create(oidc.issuer());
    return "default-src 'self'; connect-src 'self' "
        + issuer.getScheme()
        + "://"
        + issuer.getAuthority()
        + "; img-src 'self' data: https:; frame-ancestors 'none'; base-uri 'none';"
        + " form-action 'self'; object-src 'none'";
  }

  private void configuration(RoutingContext request) {
    JsonObject configuration =
        new JsonObject()
            .put("issuer", oidc.issuer())
            .put("clientId", oidc.clientId().orElse(null))
            .put("scope", settings.scope())
            .put("baseDomain", baseDomain);
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(configuration.encode());
  }
}
