package io.aegisx.tenancy.throttling;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * A request from its arrival to its end, however it ends. What it holds is given back exactly once;
 * a request that has ended already, while its token was checked, is given nothing.
 */
final class Ticket {

  private static final String KEY = Ticket.class.getName();

  private @Nullable Runnable release;
  private boolean ended;

  /** To be called as long as nothing has been waited for: later the end could be missed. */
  static void issue(RoutingContext request) {
    Ticket ticket = new Ticket();
    request.put(KEY, ticket);
    request.addEndHandler(ended -> ticket.end());
  }

  /** The ticket of a request, if it was issued one. */
  static @Nullable Ticket of(RoutingContext request) {
    return request.get(KEY);
  }

  /** Has the request hold something; if it has ended, that is given back at once. */
  void hold(Runnable givingBack) {
    if (isOver(givingBack)) {
      givingBack.run();
    }
  }

  private synchronized boolean isOver(Runnable givingBack) {
    if (!ended) {
      release = givingBack;
    }
    return ended;
  }

  void end() {
    Runnable due = close();
    if (due != null) {
      due.run();
    }
  }

  private synchronized @Nullable Runnable close() {
    Runnable due = release;
    release = null;
    ended = true;
    return due;
  }
}
