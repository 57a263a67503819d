package io.aegisx.tenancy.users;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What other features may know of users, inside a transaction of theirs. */
@ApplicationScoped
public class UserDirectory {

  private final UserRepository users;

  UserDirectory(UserRepository users) {
    this.users = users;
  }

  public Uni<Boolean> exists(UUID id) {
    return users.count("id", id).map(count -> count > 0);
  }

  /** The id of the user with an e-mail address, in any case. */
  public Uni<Optional<UUID>> withEmail(String email) {
    return users.idOf(email);
  }
}
