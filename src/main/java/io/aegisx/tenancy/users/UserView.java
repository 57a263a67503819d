package io.aegisx.tenancy.users;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user as clients see it. {@code email} and {@code name} may change. */
@RegisterForReflection
@Schema(name = "User")
public record UserView(
    @Schema(required = true, readOnly = true) UUID id,
    @NotNull @Email @Size(min = 3, max = 254) @Schema(format = "email") String email,
    @NotBlank @Size(max = 200) String name,
    @Schema(required = true, readOnly = true) Instant createdAt,
    @Schema(required = true, readOnly = true) Instant updatedAt) {

  static UserView of(User user) {
    return new UserView(user.id, user.email, user.name, user.createdAt, user.updatedAt);
  }
}
