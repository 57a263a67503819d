package io.aegisx.tenancy.access.token;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Has a provider that has not answered yet asked once at a time, however many requests arrive.
 *
 * <p>The requests that come meanwhile wait for the first one. They go on if the keys have arrived,
 * and fail as it did if the provider could not be reached.
 */
@ApplicationScoped
public class ProviderGate {

  private final AtomicReference<@Nullable CompletableFuture<Boolean>> attempt =
      new AtomicReference<>();
  private final KeyFetches keys;
  private volatile boolean open;

  ProviderGate(KeyFetches keys) {
    this.keys = keys;
  }

  /**
   * Runs the check of a token when it may ask the provider.
   *
   * @param check fails with {@code IDP_UNAVAILABLE} if the provider could not be reached
   */
  <T> Uni<T> pass(Uni<T> check) {
    return open ? check : Uni.createFrom().deferred(() -> enter(check));
  }

  private <T> Uni<T> enter(Uni<T> check) {
    CompletableFuture<Boolean> own = new CompletableFuture<>();
    CompletableFuture<Boolean> first = attempt.compareAndExchange(null, own);
    return first == null ? lead(own, check) : follow(first, check);
  }

  private <T> Uni<T> lead(CompletableFuture<Boolean> own, Uni<T> check) {
    return check
        .onTermination()
        .invoke((identity, failure, cancelled) -> leave(own, isUnavailable(failure)));
  }

  private void leave(CompletableFuture<Boolean> own, boolean unavailable) {
    open = keys.haveArrived();
    attempt.set(null);
    own.complete(unavailable);
  }

  private <T> Uni<T> follow(CompletableFuture<Boolean> first, Uni<T> check) {
    Uni<Boolean> end = Uni.createFrom().completionStage(first::copy);
    // It arrives on the first request's context; this one goes on in its own.
    Context own = Vertx.currentContext();
    Uni<Boolean> here =
        own == null ? end : end.emitOn(task -> own.runOnContext(ignored -> task.run()));
    return here.flatMap(
        unavailable ->
            unavailable ? Uni.createFrom().failure(TokenCheck.providerUnavailable()) : pass(check));
  }

  private static boolean isUnavailable(@Nullable Throwable failure) {
    return failure instanceof ProblemException problem
        && problem.code() == ErrorCode.IDP_UNAVAILABLE;
  }
}
