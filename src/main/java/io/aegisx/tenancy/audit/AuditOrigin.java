package io.aegisx.tenancy.audit;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has something done, and by which request. Bound once to the context of a request; work that
 * no request started is the system's own.
 *
 * @param actor the {@code sub} of the token, {@code anonymous}, or {@code system}
 */
public record AuditOrigin(
    String actor, Optional<String> requestId, Optional<String> sourceAddress) {

  /** The service itself. */
  public static final AuditOrigin SYSTEM =
      new AuditOrigin("system", Optional.empty(), Optional.empty());

  private static final String KEY = AuditOrigin.class.getName();

  /** The origin of the work at hand. */
  public static AuditOrigin current() {
    Context context = Vertx.currentContext();
    @Nullable AuditOrigin bound =
        context == null || !VertxContext.isDuplicatedContext(context)
            ? null
            : context.<@Nullable AuditOrigin>getLocal(KEY);
    return bound == null ? SYSTEM : bound;
  }

  /** Makes this the origin of all that the current request has done. */
  public void bind() {
    Context context = Vertx.currentContext();
    if (context != null && VertxContext.isDuplicatedContext(context)) {
      context.putLocal(KEY, this);
    }
  }
}
