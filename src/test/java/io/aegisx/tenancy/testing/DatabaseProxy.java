package io.aegisx.tenancy.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A network between the service and PostgreSQL that can fail for one database: it reads from the
 * first message of each connection where it leads to (manual, section 55.7, StartupMessage).
 */
public final class DatabaseProxy implements AutoCloseable {

  /** What happens to the connections of a database. */
  public enum Fault {
    /** They are closed, and new ones as well. */
    CLOSING,
    /** Nothing comes through any more, and nobody is told. */
    SILENT
  }

  private static final int SSL_REQUEST = 80_877_103;

  private final ServerSocket listener;
  private final int target;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final Map<Link, Boolean> links = new ConcurrentHashMap<>();

  private DatabaseProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /** Starts one that leads to a port of the loopback interface. */
  public static DatabaseProxy start(int target) {
    try {
      DatabaseProxy proxy =
          new DatabaseProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
      proxy.threads.submit(proxy::accept);
      return proxy;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Breaks the network to a database. */
  public void breakNetwork(String database, Fault fault) {
    faults.put(database, fault);
    if (fault == Fault.CLOSING) {
      linksTo(Set.of(database)).forEach(Link::close);
    }
  }

  /** Mends it; what was in flight is lost, as after a real outage. */
  public void mend() {
    Set<String> broken = Set.copyOf(faults.keySet());
    faults.clear();
    linksTo(broken).forEach(Link::close);
  }

  private Set<Link> linksTo(Set<String> databases) {
    return Set.copyOf(
        links.keySet().stream().filter(link -> databases.contains(link.database)).toList());
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        threads.submit(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try {
      DataInputStream in = new DataInputStream(client.getInputStream());
      byte[] startup = startupMessage(in, client.getOutputStream());
      Link link =
          new Link(
              databaseOf(startup), client, new Socket(InetAddress.getLoopbackAddress(), target));
      links.put(link, true);
      if (faults.get(link.database) == Fault.CLOSING) {
        link.close();
        return;
      }
      threads.submit(() -> pump(link, link.server, client));
      write(link, link.server.getOutputStream(), startup, startup.length);
      pump(link, client, link.server);
    } catch (IOException broken) {
      closeQuietly(client);
    }
  }

  private static byte[] startupMessage(DataInputStream in, OutputStream out) throws IOException {
    int length = in.readInt();
    int code = in.readInt();
    if (code == SSL_REQUEST) {
      out.write('N');
      return startupMessage(in, out);
    }
    ByteBuffer message = ByteBuffer.allocate(length).putInt(length).putInt(code);
    in.readFully(message.array(), 8, length - 8);
    return message.array();
  }

  private static String databaseOf(byte[] startup) {
    String[] words = new String(startup, 8, startup.length - 8, StandardCharsets.UTF_8).split("\0");
    for (int i = 0; i + 1 < words.length; i += 2) {
      if (words[i].equals("database")) {
        return words[i + 1];
      }
    }
    return "";
  }

  private void pump(Link link, Socket from, Socket to) {
    byte[] buffer = new byte[16_384];
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        write(link, to.getOutputStream(), buffer, read);
      }
    } catch (IOException broken) {
      // The other direction ends with this one.
    } finally {
      link.close();
    }
  }

  private void write(Link link, OutputStream out, byte[] bytes, int length) throws IOException {
    if (faults.get(link.database) != Fault.SILENT) {
      out.write(bytes, 0, length);
      out.flush();
    }
  }

  @Override
  public void close() {
    closeQuietly(listener);
    links.keySet().forEach(Link::close);
    threads.shutdownNow();
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception alreadyGone) {
      // nothing is left to close
    }
  }

  private final class Link {
    private final String database;
    private final Socket client;
    private final Socket server;

    Link(String database, Socket client, Socket server) {
      this.database = database;
      this.client = client;
      this.server = server;
    }

    void close() {
      links.remove(this);
      closeQuietly(client);
      closeQuietly(server);
    }
  }
}
