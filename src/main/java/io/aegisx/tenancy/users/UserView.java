package io.aegisx.tenancy.users;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/** A user as clients see it. {@code email} and {@code name} may change. */
@RegisterForReflection
public record UserView(
    UUID id,
    @NotNull @Email @Size(min = 3, max = 254) String email,
    @NotBlank @Size(max = 200) String name,
    Instant createdAt,
    Instant updatedAt) {

  static UserView of(User user) {
    return new UserView(user.id, user.email, user.name, user.createdAt, user.updatedAt);
  }
}
