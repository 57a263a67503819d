package io.aegisx.tenancy.prover.probe;

import io.aegisx.tenancy.prover.ProverSettings;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this process answers requests. */
@ApplicationScoped
class OwnAddress {

  private final Supplier<URI> address;
  private final int port;

  @Inject
  OwnAddress(
      ProverSettings settings,
      Instance<HttpServer> server,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this(() -> settings.address().orElseGet(() -> server.get().getLocalBaseUri()), port);
  }

  OwnAddress(Supplier<URI> address, int port) {
    this.address = address;
    this.port = port;
  }

  /** The configured address, or else the one that the server is bound to. */
  URI get() {
    try {
      return address.get();
    } catch (IllegalArgumentException notKnown) {
      // After a live reload, the server is the one that was there before, and does not say.
      return URI.create("http://localhost:" + port);
    }
  }
}
