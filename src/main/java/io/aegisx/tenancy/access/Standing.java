package io.aegisx.tenancy.access;

import io.vertx.ext.web.RoutingContext;

/** What the sender of a request is to the tenant that it names, once its token is checked. */
public enum Standing {
  /** Nobody known, or somebody of another tenant: only public routes answer. */
  STRANGER,
  /** One of the tenant's own. */
  MEMBER,
  /** A super-admin, who may enter every tenant. */
  PLATFORM;

  private static final String KEY = Standing.class.getName();

  /** What was found out about a request; a stranger's before its token was checked. */
  public static Standing of(RoutingContext request) {
    Standing noted = request.get(KEY);
    return noted == null ? STRANGER : noted;
  }

  void note(RoutingContext request) {
    request.put(KEY, this);
  }
}
