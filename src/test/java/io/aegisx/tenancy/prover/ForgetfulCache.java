package io.aegisx.tenancy.prover;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** The fault that everybody makes once: a cache whose key has no tenant in it. */
public class ForgetfulCache {

  private static final Map<String, Object> ANSWERS = new ConcurrentHashMap<>();
  private static volatile boolean planted;

  static void plant() {
    planted = true;
  }

  static void remove() {
    planted = false;
    ANSWERS.clear();
  }

  @ServerRequestFilter
  public @Nullable Response serve(ContainerRequestContext request) {
    Object kept = planted ? ANSWERS.get(key(request)) : null;
    return kept == null ? null : Response.ok(kept, "application/json").build();
  }

  @ServerResponseFilter
  public void keep(ContainerRequestContext request, ContainerResponseContext response) {
    if (planted && response.getStatus() == 200 && response.getEntity() != null) {
      ANSWERS.putIfAbsent(key(request), response.getEntity());
    }
  }

  private static String key(ContainerRequestContext request) {
    return request.getMethod() + " " + request.getUriInfo().getPath();
  }
}
