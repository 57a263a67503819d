package io.aegisx.tenancy.chaos;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that keep all tenants busy until they are told to stop. */
final class Load implements AutoCloseable {

  /** No request takes longer than this; the service answers before. */
  private static final long LONGEST_SECONDS = 60;

  private final List<Ledger> ledgers;
  private final int port;
  private final String token;
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService threads;
  private final List<Future<?>> clients = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * Starts the clients.
   *
   * @param token of somebody who leaves in the middle of requests
   */
  Load(List<Ledger> ledgers, int clients, int port, String token) {
    this.ledgers = ledgers;
    this.port = port;
    this.token = token;
    this.threads = Executors.newFixedThreadPool(clients);
    for (int seed = 0; seed < clients; seed++) {
      Random random = new Random(seed);
      this.clients.add(threads.submit(() -> work(random)));
    }
  }

  private void work(Random random) {
    while (!stopped) {
      Ledger ledger = ledgers.get(random.nextInt(ledgers.size()));
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> ledger.write("s" + names.incrementAndGet());
        case 3 -> ledger.fail();
        case 4 -> leaveInTheMiddle(random, ledger);
        default -> ledger.read();
      }
      requests.incrementAndGet();
    }
  }

  /** Sends a request and hangs up, at once or a little later. */
  private void leaveInTheMiddle(Random random, Ledger ledger) {
    String body =
        new JsonObject()
            .put("sku", "left" + names.incrementAndGet())
            .put("name", "Goods of " + ledger.tenant())
            .put("priceCents", 1)
            .put("currency", "EUR")
            .put("stock", 1)
            .encode();
    String request =
        "POST /products HTTP/1.1\r\nHost: localhost\r\nX-Tenant-ID: "
            + ledger.tenant()
            + "\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      TimeUnit.MILLISECONDS.sleep(random.nextInt(10));
    } catch (IOException | InterruptedException gone) {
      // It wanted no answer.
    }
  }

  int requests() {
    return requests.get();
  }

  /** Stops the clients; fails if one was answered wrongly, or hangs. */
  @Override
  public void close() {
    stopped = true;
    try {
      for (Future<?> client : clients) {
        client.get(LONGEST_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException wrong) {
      throw new AssertionError(wrong.getCause().getMessage(), wrong.getCause());
    } catch (TimeoutException hanging) {
      throw new AssertionError("A request hangs", hanging);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
    }
  }
}
