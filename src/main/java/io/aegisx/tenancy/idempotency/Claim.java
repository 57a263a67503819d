package io.aegisx.tenancy.idempotency;

import java.util.HashMap;
import java.util.Map;

/**
 * One request's hold on a key.
 *
 * @param id caller, route and key, by the names of the columns
 * @param hash the fingerprint of the request
 */
record Claim(Map<String, Object> id, String hash) {

  Map<String, Object> withHash() {
    return with("hash", hash);
  }

  Map<String, Object> with(String name, Object value) {
    Map<String, Object> parameters = new HashMap<>(id);
    parameters.put(name, value);
    return parameters;
  }
}
