package io.aegisx.tenancy.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.aegisx.tenancy.encryption.attribute.BlindIndexes;
import io.aegisx.tenancy.http.EntityTags;
import io.aegisx.tenancy.http.MergePatch;
import io.aegisx.tenancy.http.Page;
import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.http.Tagged;
import io.aegisx.tenancy.http.Unchanged;
import io.aegisx.tenancy.idempotency.IdempotencyKey;
import io.aegisx.tenancy.idempotency.OnceOnly;
import io.aegisx.tenancy.isolation.TenantData;
import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.quota.PlanLimits;
import io.aegisx.tenancy.tenant.TenantContext;
import io.aegisx.tenancy.tenant.UuidV7;
import io.aegisx.tenancy.trail.TenantTrail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps a tenant's users, no more of them than it may have. */
@ApplicationScoped
public class UserService {

  private final TenantData data;
  private final OnceOnly onceOnly;
  private final UserRepository users;
  private final PlanLimits limits;
  private final MergePatch mergePatch;
  private final TenantTrail trail;
  private final BlindIndexes indexes;

  UserService(
      TenantData data,
      OnceOnly onceOnly,
      UserRepository users,
      PlanLimits limits,
      MergePatch mergePatch,
      TenantTrail trail,
      BlindIndexes indexes) {
    this.data = data;
    this.onceOnly = onceOnly;
    this.users = users;
    this.limits = limits;
    this.mergePatch = mergePatch;
    this.trail = trail;
    this.indexes = indexes;
  }

  /** Users in the order of their ids; only those with exactly this name, if one is given. */
  public Uni<Page<UserView>> list(PageRequest page, Optional<String> name) {
    int limit = page.limit();
    Optional<UUID> after = page.after();
    return name.map(wanted -> named(wanted, after, limit + 1))
        .orElseGet(() -> data.read(() -> users.page(after, limit + 1)))
        .map(found -> Page.of(found, limit, user -> user.id).map(UserView::of));
  }

  private Uni<List<User>> named(String name, Optional<UUID> after, int limit) {
    return indexes
        .of("users", "name", name)
        .flatMap(wanted -> data.read(() -> users.page(wanted, after, limit)));
  }

  public Uni<Tagged<UserView>> get(UUID id) {
    return data.read(() -> users.findById(id)).map(UserService::found).map(UserService::tagged);
  }

  public Uni<Tagged<UserView>> create(UserInput input, Optional<IdempotencyKey> key) {
    return onceOnly.create(key, "POST /users", input, UserView.class, () -> insert(input));
  }

  /** Changes some fields; read {@link MergePatch} for the two ways to send them. */
  public Uni<Tagged<UserView>> change(
      UUID id, JsonNode change, MergePatch.Nulls nulls, @Nullable String ifMatch) {
    return data.write(
            () ->
                users
                    .locked(id)
                    .map(UserService::found)
                    .call(user -> changeNow(user, change, nulls, ifMatch)))
        .map(UserService::tagged);
  }

  public Uni<Void> delete(UUID id, @Nullable String ifMatch) {
    return data.write(
        () ->
            users
                .locked(id)
                .map(UserService::found)
                .invoke(user -> EntityTags.requireMatch(ifMatch, user.version))
                .call(user -> record("user.deleted", UserView.of(user), null))
                .flatMap(users::deleteNow));
  }

  private Uni<Void> changeNow(
      User user, JsonNode change, MergePatch.Nulls nulls, @Nullable String ifMatch) {
    UserView before = UserView.of(user);
    apply(user, change, nulls, ifMatch);
    return users.flush().chain(() -> record("user.changed", before, UserView.of(user)));
  }

  private Uni<Void> record(String action, @Nullable UserView before, @Nullable UserView after) {
    UserView either = after == null ? before : after;
    return trail.recordWrite(action, "users/" + (either == null ? "" : either.id()), before, after);
  }

  private Uni<Tagged<UserView>> insert(UserInput input) {
    return data.lock("users")
        .flatMap(locked -> requireRoom())
        .flatMap(room -> users.persistAndFlush(newUser(input)))
        .map(UserService::tagged)
        .call(made -> record("user.created", null, made.body()));
  }

  private Uni<Void> requireRoom() {
    return TenantContext.current()
        .map(limits::maxUsers)
        .flatMap(allowed -> users.count().invoke(current -> requireBelow(allowed, current)))
        .replaceWithVoid();
  }

  private static void requireBelow(int allowed, long current) {
    if (current >= allowed) {
      throw new ProblemException(
          ErrorCode.QUOTA_EXCEEDED, "maxUsers: " + current + " users, " + allowed + " allowed");
    }
  }

  private void apply(User user, JsonNode change, MergePatch.Nulls nulls, @Nullable String ifMatch) {
    EntityTags.requireMatch(ifMatch, user.version);
    UserView before = UserView.of(user);
    UserView after = mergePatch.apply(before, change, UserView.class, nulls);
    Unchanged.require("id", before.id(), after.id());
    Unchanged.require("createdAt", before.createdAt(), after.createdAt());
    Unchanged.require("updatedAt", before.updatedAt(), after.updatedAt());
    if (!after.equals(before)) {
      user.email = after.email();
      user.name = after.name();
      user.updatedAt = now();
    }
  }

  private static User newUser(UserInput input) {
    User user = new User();
    user.id = UuidV7.next();
    user.email = input.email();
    user.name = input.name();
    user.createdAt = now();
    user.updatedAt = user.createdAt;
    return user;
  }

  /** In the precision that PostgreSQL keeps, so that an answer equals what is read later. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static User found(@Nullable User user) {
    if (user == null) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "There is no such user in this tenant");
    }
    return user;
  }

  private static Tagged<UserView> tagged(User user) {
    return new Tagged<>(UserView.of(user), user.version);
  }
}
