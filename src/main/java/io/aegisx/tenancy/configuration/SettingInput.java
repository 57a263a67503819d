package io.aegisx.tenancy.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a setting is set to.
 *
 * @param value any JSON, null included
 * @param secret whether it is stored encrypted; left out: as it was, at first not
 */
@Schema(name = "NewSetting")
public record SettingInput(
    @NotNull @Schema(implementation = Object.class, nullable = true) JsonNode value,
    @Nullable Boolean secret) {

  Optional<Boolean> wantsSecret() {
    return Optional.ofNullable(secret);
  }
}
