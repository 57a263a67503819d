package io.aegisx.tenancy.development;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells a newcomer, once the service answers, what there is to see. */
@ApplicationScoped
@IfBuildProfile("dev")
public class NextSteps {

  private static final Logger LOG = Logger.getLogger("AegisX");

  /** Lets the framework's own start messages come first. */
  private static final long DELAY_MILLIS = 700;

  private final Vertx vertx;
  private final int port;
  private final int managementPort;

  NextSteps(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.http.port") int port,
      @ConfigProperty(name = "quarkus.management.port") int managementPort) {
    this.vertx = vertx;
    this.port = port;
    this.managementPort = managementPort;
  }

  void tell(@ObservesAsync HttpServerStart started) {
    vertx.setTimer(DELAY_MILLIS, fired -> LOG.info(text()));
  }

  private String text() {
    return """
        AegisX Tenancy is ready.

          Console      http://localhost:%1$d/console/
          API          http://acme.localhost:%1$d/tenants/current
          OpenAPI      http://localhost:%1$d/q/swagger-ui
          Health       http://localhost:%2$d/q/health
          Metrics      http://localhost:%2$d/q/metrics

          Tenants      acme (schema), globex (database), initech (shared tables), frozen (suspended)
          Users        root, <tenant>-admin, <tenant>-user; the password is the name

        Get a token, then list the users of acme:

        TOKEN=$(curl -s http://localhost:%1$d/dev-idp/token -d grant_type=password -d client_id=aegisx-cli -d username=acme-admin -d password=acme-admin | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
        curl -s -H "Authorization: Bearer $TOKEN" -H "X-Tenant-ID: acme" http://localhost:%1$d/users
        """
        .formatted(port, managementPort);
  }
}
