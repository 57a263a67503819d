package io.aegisx.tenancy.access.token;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Finds out who has sent a request that carries credentials, and tells a token that does not verify
 * from one that cannot be checked.
 */
@ApplicationScoped
public class TokenCheck {

  private static final Logger LOG = Logger.getLogger(TokenCheck.class);
  private static final int MOST_CAUSES = 16;

  private final ProviderGate gate;
  private final KeyFetches keys;

  TokenCheck(ProviderGate gate, KeyFetches keys) {
    this.gate = gate;
    this.keys = keys;
  }

  /**
   * The verified bearer of the one token.
   *
   * @param credentials each {@code Authorization} header of the request; at least one
   * @param identity what the framework makes of them
   * @return fails with {@code UNAUTHENTICATED} or {@code IDP_UNAVAILABLE}
   */
  public Uni<SecurityIdentity> identify(List<String> credentials, Uni<SecurityIdentity> identity) {
    // Of two tokens, we and whoever stands before us might read different ones.
    return credentials.size() == 1
        ? gate.pass(identity.onFailure().transform(this::problemOf)).invoke(TokenCheck::require)
        : Uni.createFrom().failure(unauthenticated());
  }

  static ProblemException providerUnavailable() {
    return new ProblemException(
        ErrorCode.IDP_UNAVAILABLE, "The identity provider cannot be reached");
  }

  private static void require(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      throw unauthenticated();
    }
  }

  private ProblemException problemOf(Throwable failure) {
    if (isProvidersFault(failure)) {
      LOG.warnf("A token could not be checked: %s", failure);
      return providerUnavailable();
    }
    LOG.debugf("A token did not verify: %s", failure);
    return unauthenticated();
  }

  private boolean isProvidersFault(Throwable failure) {
    if (isCausedBy(failure, UnresolvableKeyException.class)) {
      return !keys.areCurrent();
    }
    return !isCausedBy(failure, InvalidJwtException.class)
        && Stream.of(
                OIDCException.class,
                IOException.class,
                VertxException.class,
                TimeoutException.class)
            .anyMatch(type -> isCausedBy(failure, type));
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .anyMatch(type::isInstance);
  }

  private static ProblemException unauthenticated() {
    return new ProblemException(ErrorCode.UNAUTHENTICATED, "A valid access token is required");
  }
}
