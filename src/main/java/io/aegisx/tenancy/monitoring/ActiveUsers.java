package io.aegisx.tenancy.monitoring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts, per tenant, the users that were at work lately. The counts are kept, not made by counting
 * when somebody asks: hundreds of thousands of users are looked at by no one.
 */
// Caffeine finds the class for this choice of limits and a listener by its name.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSLMSW")
final class ActiveUsers {

  private final Cache<User, Boolean> lately;
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  /**
   * Starts with nobody.
   *
   * @param window how long after the last request a user still counts
   * @param most how many users are remembered at most
   */
  ActiveUsers(Duration window, long most, Ticker ticker) {
    this.lately =
        Caffeine.newBuilder()
            .expireAfterWrite(window)
            .maximumSize(most)
            .ticker(ticker)
            .executor(Runnable::run)
            .removalListener(this::forgotten)
            .build();
  }

  /** Notes that a user is at work. */
  void seen(String tenant, String subject) {
    // Counted first: the user may be forgotten again before put returns.
    counts.merge(tenant, 1, Integer::sum);
    if (lately.asMap().put(new User(tenant, subject), true) != null) {
      countDown(tenant);
    }
  }

  /** How many users of the tenant were at work lately. */
  int of(String tenant) {
    lately.cleanUp();
    return counts.getOrDefault(tenant, 0);
  }

  /** How many users of all tenants were. */
  int total() {
    lately.cleanUp();
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void forgotten(@Nullable User user, @Nullable Boolean value, RemovalCause cause) {
    if (user != null && cause != RemovalCause.REPLACED) {
      countDown(user.tenant());
    }
  }

  private void countDown(String tenant) {
    counts.computeIfPresent(tenant, (name, count) -> count > 1 ? count - 1 : null);
  }

  private record User(String tenant, String subject) {}
}
