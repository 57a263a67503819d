package io.aegisx.tenancy.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Sends bytes that no HTTP client would send, and reads the answer until the server closes. */
public record RawHttp(int port, InetAddress from) {

  private static final int LONGEST_SILENCE_MILLIS = 20_000;
  private static final int LONGEST_ANSWER = 1_000_000;

  /** To the service that the test framework has started. */
  public static RawHttp toService() {
    return to(Api.ofService());
  }

  public static RawHttp to(Api api) {
    return new RawHttp(URI.create(api.base()).getPort(), InetAddress.getLoopbackAddress());
  }

  /** The same, sent from another address of this machine. */
  public RawHttp from(InetAddress address) {
    return new RawHttp(port, address);
  }

  /**
   * Sends a request line and headers, each without its line end; the connection is to be closed.
   */
  public Api.Answer send(String... head) {
    return sendText(String.join("\r\n", head) + "\r\nConnection: close\r\n\r\n");
  }

  /** Sends exactly this. */
  public Api.Answer sendText(String text) {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.setSoTimeout(LONGEST_SILENCE_MILLIS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return parse(read(socket.getInputStream()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
  }

  private static Api.Answer parse(String answer) {
    int end = answer.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("No HTTP answer: " + answer);
    }
    String[] head = answer.substring(0, end).split("\r\n");
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < head.length; i++) {
      int colon = head[i].indexOf(':');
      headers.putIfAbsent(
          head[i].substring(0, colon).toLowerCase(Locale.ROOT),
          head[i].substring(colon + 1).strip());
    }
    return new Api.Answer(
        Integer.parseInt(head[0].split(" ")[1]), headers, answer.substring(end + 4));
  }
}
