package io.aegisx.tenancy.users;

import io.aegisx.tenancy.encryption.attribute.BlindIndexes;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queries on users. Only to be called inside {@code TenantData}. */
@ApplicationScoped
public class UserRepository implements PanacheRepositoryBase<User, UUID> {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** Users in the order of their ids, starting after one. */
  public Uni<List<User>> page(Optional<UUID> after, int limit) {
    return find("id > ?1 order by id", after.orElse(BEFORE_ALL)).range(0, limit - 1).list();
  }

  /** The same of those with a name, encrypted or not. */
  public Uni<List<User>> page(BlindIndexes.Wanted name, Optional<UUID> after, int limit) {
    return find(
            "id > ?1 and (nameIndex = ?2 or (nameIndex is null and name = ?3)) order by id",
            after.orElse(BEFORE_ALL),
            name.index().orElse(""),
            name.plain())
        .range(0, limit - 1)
        .list();
  }

  /** The id of the user with an e-mail address, in any case; nothing is decrypted for it. */
  public Uni<Optional<UUID>> idOf(String email) {
    // In the lower case of the database, as the index has it: Java's may be another.
    return getSession()
        .flatMap(
            session ->
                session
                    .createQuery("select id from User where lower(email) = lower(?1)", UUID.class)
                    .setParameter(1, email)
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }

  /** A user that no other transaction can change until this one ends. */
  public Uni<@Nullable User> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Deletes a user by a statement. Removing an entity from its session is not safe: Hibernate
   * Reactive keeps the outcome in one place for all sessions, so deletions at once take each
   * other's.
   */
  public Uni<Void> deleteNow(User user) {
    return delete("id", user.id).replaceWithVoid();
  }
}
