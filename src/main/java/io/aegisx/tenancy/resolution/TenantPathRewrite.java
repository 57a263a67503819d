package io.aegisx.tenancy.resolution;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Serves {@code /tenants/{t}/users} by the resource for {@code /users}; the tenant is bound. */
public class TenantPathRewrite {

  private final RoutingContext request;
  private final ResolutionSettings settings;

  TenantPathRewrite(RoutingContext request, ResolutionSettings settings) {
    this.request = request;
    this.settings = settings;
  }

  @ServerRequestFilter(preMatching = true)
  public void rewrite(ContainerRequestContext context) {
    if (settings.identification().contains(ResolutionSettings.Source.PATH)) {
      PathSource.remainder(request.request().path()).ifPresent(rest -> serveAs(rest, context));
    }
  }

  private static void serveAs(String path, ContainerRequestContext context) {
    UriInfo uri = context.getUriInfo();
    context.setRequestUri(uri.getRequestUriBuilder().replacePath(path).build());
  }
}
