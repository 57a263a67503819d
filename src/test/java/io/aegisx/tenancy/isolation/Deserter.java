package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.testing.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

/** A client that sends orders and is gone before, or while, they are answered. */
record Deserter(Shop shop, int port) implements Runnable {

  private static final int ORDERS = 60;
  private static final int LONGEST_STAY_MILLIS = 12;

  @Override
  public void run() {
    Random random = new Random(shop.name().hashCode());
    for (int i = 0; i < ORDERS; i++) {
      try {
        orderAndLeave(random);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private void orderAndLeave(Random random) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      if (random.nextBoolean()) {
        socket.setSoLinger(true, 0); // closing resets the connection
      }
      socket.getOutputStream().write(request().getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      Thread.sleep(random.nextInt(LONGEST_STAY_MILLIS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private String request() {
    String body = Fixtures.order(shop.userId(), shop.productIds().get(0), 1).encode();
    StringBuilder head = new StringBuilder("POST /orders HTTP/1.1\r\nHost: localhost\r\n");
    for (Map.Entry<String, String> header : shop.admin().headers().entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    return head.append("Content-Type: application/json\r\nContent-Length: ")
        .append(body.length())
        .append("\r\n\r\n")
        .append(body)
        .toString();
  }
}
