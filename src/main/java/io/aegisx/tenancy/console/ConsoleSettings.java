package io.aegisx.tenancy.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people sign in at the console, beyond the provider's own settings. */
@ConfigMapping(prefix = "tenancy.console")
public interface ConsoleSettings {

  /** The OpenID Connect scopes that the console asks for, separated by spaces. */
  @WithDefault("openid profile email")
  String scope();

  /**
   * Whether pages come with a content security policy. Only Vite's pages, whose scripts are inline,
   * do without.
   */
  @WithDefault("true")
  boolean securityPolicy();
}
