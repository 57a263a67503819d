package io.aegisx.tenancy.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant's pages look: addresses of images and CSS hexadecimal colours.
 *
 * <p>Anyone may read it, and pages use it, so only http(s) and absolute-path addresses are taken.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Branding(
    @Nullable @Size(max = 2048) @Pattern(regexp = ADDRESS, message = ADDRESS_RULE) String logo,
    @Nullable @Pattern(regexp = COLOUR, message = COLOUR_RULE) String primaryColor,
    @Nullable @Pattern(regexp = COLOUR, message = COLOUR_RULE) String secondaryColor,
    @Nullable @Size(max = 2048) @Pattern(regexp = ADDRESS, message = ADDRESS_RULE) String favicon) {

  private static final String ADDRESS = "^(https?://|/(?!/))[^\\s\"'<>\\\\]*$";
  private static final String ADDRESS_RULE = "must be an http(s) address or an absolute path";
  private static final String COLOUR = "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$";
  private static final String COLOUR_RULE = "must be a colour such as #1a2b3c";

  /** No branding: the platform's own look. */
  public static final Branding NONE = new Branding(null, null, null, null);
}
