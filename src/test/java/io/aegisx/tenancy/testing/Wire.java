package io.aegisx.tenancy.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A network to a server on this machine, which can be lost: what is sent then is swallowed, and
 * nobody is told, as when a machine or a route between machines is gone.
 */
public final class Wire implements AutoCloseable {

  private final int target;
  private final ServerSocket entrance;
  private volatile Cable cable = new Cable();

  /** A wire to a port. */
  public Wire(int target) {
    this.target = target;
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    start(this::accept);
  }

  /** Where the wire begins. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** From now on nothing arrives, in either direction. */
  public void cut() {
    cable.cut = true;
  }

  /** New connections work again; those from before stay silent for ever. */
  public void mend() {
    cable = new Cable();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entrance.accept();
        Cable used = cable;
        start(() -> connect(client, used));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void connect(Socket client, Cable used) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      start(() -> pump(server, client, used));
      pump(client, server, used);
    } catch (IOException refused) {
      closeBoth(client, client);
    }
  }

  private static void pump(Socket from, Socket to, Cable used) {
    byte[] buffer = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!used.cut) {
          to.getOutputStream().write(buffer, 0, read);
        }
      }
    } catch (IOException lost) {
      // told to the other side below
    }
    closeBoth(from, to);
  }

  private static void closeBoth(Socket one, Socket other) {
    try (one;
        other) {
      // closing is all
    } catch (IOException alreadyClosed) {
      // as wanted
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  private static final class Cable {
    private volatile boolean cut;
  }
}
