package io.aegisx.tenancy.configuration;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.access.TenantPlane;
import io.aegisx.tenancy.configuration.definition.SettingView;
import io.aegisx.tenancy.http.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /config}: any member reads, the tenant's administrator writes. */
@Path("/config")
@TenantPlane
@Tag(name = "configuration")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SettingResource {

  private final SettingService settings;
  private final SettingWriter writer;
  private final SettingHistory history;
  private final RoutingContext request;

  SettingResource(
      SettingService settings,
      SettingWriter writer,
      SettingHistory history,
      RoutingContext request) {
    this.settings = settings;
    this.writer = writer;
    this.history = history;
    this.request = request;
  }

  @GET
  @RolesAllowed(Roles.MEMBER)
  @Operation(
      operationId = "listConfig",
      summary = "Lists what holds for the tenant, with where each value comes from")
  public Uni<RestResponse<List<SettingView>>> list(@BeanParam PageRequest page) {
    return settings.list(page).map(found -> found.toResponse(request));
  }

  @GET
  @Path("/{key}")
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "getConfig", summary = "Shows a setting")
  public Uni<RestResponse<SettingView>> get(
      String key,
      @Nullable
          @Parameter(description = "The value, as JSON, to answer where none is set")
          @QueryParam("default")
          String fallback) {
    return settings.get(key, fallback).map(setting -> setting.toResponse(request));
  }

  @GET
  @Path("/{key}/history")
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(
      operationId = "listConfigHistory",
      summary = "Lists who set it to what, the newest first; secrets are not shown")
  public Uni<RestResponse<List<SettingChange>>> history(String key, @BeanParam PageRequest page) {
    return history.list(key, page).map(found -> found.toResponse(request));
  }

  @PUT
  @Path("/{key}")
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(operationId = "putConfig", summary = "Sets a value")
  public Uni<RestResponse<SettingView>> put(
      String key,
      @NotNull @Valid SettingInput setting,
      @Nullable @HeaderParam("If-Match") String ifMatch) {
    return writer
        .put(key, setting, ifMatch)
        .chain(() -> settings.get(key, null))
        .map(written -> written.toResponse(request));
  }

  @DELETE
  @Path("/{key}")
  @RolesAllowed({Roles.TENANT_ADMIN, Roles.SUPER_ADMIN})
  @Operation(
      operationId = "deleteConfig",
      summary = "Unsets the tenant's value; that of its plan or of the platform holds again")
  public Uni<Void> unset(String key, @Nullable @HeaderParam("If-Match") String ifMatch) {
    return writer.unset(key, ifMatch);
  }
}
