package io.aegisx.tenancy.orders;

import io.aegisx.tenancy.access.Caller;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.users.UserDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Decides for which user a caller may order: a member only for the one with its own address. */
@ApplicationScoped
class Buyers {

  private final Caller caller;
  private final UserDirectory users;

  Buyers(Caller caller, UserDirectory users) {
    this.caller = caller;
    this.users = users;
  }

  Uni<UUID> userOf(OrderInput input) {
    Optional<UUID> wanted = Optional.ofNullable(input.userId());
    return caller.isAdmin() && wanted.isPresent()
        ? users.exists(wanted.get()).map(exists -> existing(wanted.get(), exists))
        : self().map(self -> permitted(self, wanted));
  }

  private Uni<Optional<UUID>> self() {
    return caller
        .email()
        .map(users::withEmail)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private UUID permitted(Optional<UUID> self, Optional<UUID> wanted) {
    if (self.isEmpty() && caller.isAdmin()) {
      throw ProblemException.invalid("userId", "is needed: your token's address is no user's");
    }
    return self.filter(own -> wanted.isEmpty() || wanted.get().equals(own))
        .orElseThrow(
            () ->
                new ProblemException(
                    ErrorCode.FORBIDDEN, "You may order only for the user with your address"));
  }

  private static UUID existing(UUID id, boolean exists) {
    if (!exists) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "There is no such user in this tenant");
    }
    return id;
  }
}
