package io.aegisx.tenancy.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the API takes. */
@ConfigMapping(prefix = "tenancy.http")
public interface HttpSettings {

  /** The largest body of a request, such as {@code 512K}; at most 10M. */
  @WithDefault("1M")
  MemorySize maxBodySize();
}
