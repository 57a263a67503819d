package io.aegisx.tenancy.monitoring;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Methods are free text in HTTP; only those that are in use become labels of metrics. */
public final class MethodLabels {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private MethodLabels() {}

  static String of(String method) {
    return METHODS.contains(method) ? method : "OTHER";
  }

  /** Bounds the labels of the metrics that the framework keeps, too. */
  @Produces
  @Singleton
  static MeterFilter bounded() {
    return MeterFilter.replaceTagValues("method", MethodLabels::of);
  }
}
