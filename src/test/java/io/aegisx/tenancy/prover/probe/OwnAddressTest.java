package io.aegisx.tenancy.prover.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OwnAddressTest {

  @Test
  void itIsWhatTheServerSays() {
    URI bound = URI.create("http://127.0.0.1:4711");

    assertEquals(bound, new OwnAddress(() -> bound, 8080).get());
  }

  @Test
  void aServerThatDoesNotSayIsAtTheConfiguredPort() {
    OwnAddress address =
        new OwnAddress(
            () -> {
              throw new IllegalArgumentException("Key quarkus.http.local-base-uri not found");
            },
            8080);

    assertEquals(URI.create("http://localhost:8080"), address.get());
  }
}
