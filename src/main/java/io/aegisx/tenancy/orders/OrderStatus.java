package io.aegisx.tenancy.orders;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The life of an order: placed, then either fulfilled or cancelled. */
public enum OrderStatus {
  @JsonProperty("placed")
  PLACED,
  @JsonProperty("fulfilled")
  FULFILLED,
  @JsonProperty("cancelled")
  CANCELLED
}
