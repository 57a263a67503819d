package io.aegisx.tenancy.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.aegisx.tenancy.registry.TenantKey;
import io.aegisx.tenancy.registry.TenantRepository;
import io.aegisx.tenancy.tenant.SharedWork;
import io.aegisx.tenancy.tenant.Tenant;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.tenant.TenantUnboundException;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * The tenant is carried where it was handed over, and nowhere else. What runs elsewhere (a timer, a
 * message, a thread, another context) is handed it, or fails; it is never somebody else's.
 */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class CarrierRulesTest {

  private static final long LONGEST_SECONDS = 20;
  private static final String WHOSE = "SELECT current_setting('app.tenant_id')";

  @Inject TenantData data;
  @Inject TenantRepository registry;
  @Inject Vertx vertx;

  private Tenant one;
  private Tenant other;

  @BeforeEach
  void makeTenants() {
    one = tenant("shared_database");
    other = tenant("schema_per_tenant");
  }

  @Test
  void aMemoizedUniOfTheWorkItselfIsTheOneCaseThatMustNotBeShared() {
    // Shown, not wished for: what is memoized is an answer, and answers have no tenant.
    Uni<String> shared = whose().memoize().indefinitely();
    assertEquals(id(one), await(within(one, () -> shared)));
    assertEquals(id(one), await(within(other, () -> shared)));
  }

  @Test
  void whoWaitsForSharedWorkGoesOnAsItsOwnTenant() {
    Uni<String> slow =
        SharedWork.of(Uni.createFrom().item("done").onItem().delayIt().by(Duration.ofMillis(300)));
    CompletableFuture<String> first = start(one, () -> slow.flatMap(done -> whose()));
    CompletableFuture<String> second = start(other, () -> slow.flatMap(done -> whose()));
    assertEquals(id(one), get(first));
    assertEquals(id(other), get(second));
  }

  @Test
  void whoIsResumedInAnothersContextFailsIfItsPipelineCarriesItsTenant() {
    CompletableFuture<Context> foreign = new CompletableFuture<>();
    start(one, () -> Uni.createFrom().item(() -> foreign.complete(Vertx.currentContext())));
    CompletableFuture<String> strayed =
        start(
            other,
            () ->
                TenantContext.carrying(
                    () ->
                        Uni.createFrom()
                            .item("done")
                            .emitOn(task -> get(foreign).runOnContext(ignored -> task.run()))
                            .flatMap(done -> whose())));
    assertUnbound(strayed);
  }

  @Test
  void aNewContextHasNoTenant() {
    CompletableFuture<String> elsewhere = new CompletableFuture<>();
    start(
        one,
        () -> {
          VertxContext.createNewDuplicatedContext()
              .runOnContext(ignored -> complete(whose(), elsewhere));
          return Uni.createFrom().voidItem();
        });
    assertUnbound(elsewhere);
  }

  @Test
  void aTimerHasNoTenantUnlessItIsHandedOne() {
    CompletableFuture<String> careless = new CompletableFuture<>();
    CompletableFuture<String> careful = new CompletableFuture<>();
    start(
        one,
        () -> {
          ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
          timer.schedule(() -> complete(whose(), careless), 1, TimeUnit.MILLISECONDS);
          timer.schedule(
              () -> complete(within(other, this::whose), careful), 1, TimeUnit.MILLISECONDS);
          timer.shutdown();
          return Uni.createFrom().voidItem();
        });
    assertUnbound(careless);
    assertEquals(id(other), get(careful));
  }

  @Test
  void aMessageHandlerHasNoTenantUnlessTheMessageNamesOne() {
    CompletableFuture<String> careless = new CompletableFuture<>();
    CompletableFuture<String> careful = new CompletableFuture<>();
    MessageConsumer<String> consumer = vertx.eventBus().consumer("carrier-rules");
    consumer.handler(
        message -> {
          complete(whose(), careless);
          complete(
              registry
                  .find(new TenantKey.Name(message.body()))
                  .flatMap(found -> within(found.orElseThrow(), this::whose)),
              careful);
        });
    start(
        one,
        () -> {
          vertx.eventBus().publish("carrier-rules", id(other));
          return Uni.createFrom().voidItem();
        });
    assertUnbound(careless);
    assertEquals(id(other), get(careful));
    consumer.unregister();
  }

  @Test
  void aThreadOfItsOwnHasNoTenant() throws InterruptedException {
    CompletableFuture<String> elsewhere = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(whose(), elsewhere));
    thread.start();
    thread.join();
    assertUnbound(elsewhere);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aVirtualThreadHasNoTenantUnlessItIsHandedOne() throws Exception {
    CompletableFuture<String> careless = new CompletableFuture<>();
    CompletableFuture<String> careful = new CompletableFuture<>();
    onVirtualThread(() -> complete(whose(), careless));
    onVirtualThread(() -> complete(within(other, this::whose), careful));
    assertUnbound(careless);
    assertEquals(id(other), get(careful));
  }

  /** By reflection: the project compiles for Java 17. */
  private static void onVirtualThread(Runnable work) throws ReflectiveOperationException {
    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
  }

  private Uni<String> whose() {
    return data.read(() -> data.text(WHOSE, Map.of()));
  }

  private <T> Uni<T> within(Tenant tenant, Supplier<Uni<T>> work) {
    return TenantContext.within(vertx, tenant, work);
  }

  private <T> CompletableFuture<T> start(Tenant tenant, Supplier<Uni<T>> work) {
    return within(tenant, work).subscribeAsCompletionStage();
  }

  private static <T> void complete(Uni<T> work, CompletableFuture<T> future) {
    work.subscribe().with(future::complete, future::completeExceptionally);
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(Duration.ofSeconds(LONGEST_SECONDS));
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private static void assertUnbound(CompletableFuture<?> future) {
    ExecutionException failed =
        assertThrows(ExecutionException.class, () -> future.get(LONGEST_SECONDS, TimeUnit.SECONDS));
    assertInstanceOf(TenantUnboundException.class, failed.getCause());
  }

  private static String id(Tenant tenant) {
    return tenant.id().toString();
  }

  private Tenant tenant(String isolation) {
    String subdomain = Fixtures.tenant(isolation).getString("subdomain");
    return await(registry.find(new TenantKey.Name(subdomain))).orElseThrow();
  }
}
