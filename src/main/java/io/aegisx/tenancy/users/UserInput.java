package io.aegisx.tenancy.users;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is needed to make a user. */
@Schema(name = "NewUser")
public record UserInput(
    @NotNull @Email @Size(min = 3, max = 254) @Schema(format = "email") String email,
    @NotBlank @Size(max = 200) String name) {}
