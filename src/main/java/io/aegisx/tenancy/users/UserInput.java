package io.aegisx.tenancy.users;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What is needed to make a user. */
public record UserInput(
    @NotNull @Email @Size(min = 3, max = 254) String email,
    @NotBlank @Size(max = 200) String name) {}
