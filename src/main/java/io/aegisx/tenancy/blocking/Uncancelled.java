package io.aegisx.tenancy.blocking;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Lets work that was begun run to its end, even if the request that wanted it is gone: what stops
 * half-way would keep its connection, or leave a tenant half-made.
 */
public final class Uncancelled {

  private Uncancelled() {}

  /** The outcome of the work; who stops waiting for it does not stop the work. */
  public static <T> Uni<T> of(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .context(
            context ->
                Uni.createFrom()
                    .emitter(
                        emitter ->
                            Uni.createFrom()
                                .deferred(work::get)
                                .subscribe()
                                .with(context, emitter::complete, emitter::fail)));
  }
}
