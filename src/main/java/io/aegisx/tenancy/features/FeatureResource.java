package io.aegisx.tenancy.features;

import io.aegisx.tenancy.access.Roles;
import io.aegisx.tenancy.access.TenantPlane;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /features}: what a front end may show. */
@Path("/features")
@TenantPlane
@Tag(name = "configuration")
@Produces(MediaType.APPLICATION_JSON)
public class FeatureResource {

  private final Features features;

  FeatureResource(Features features) {
    this.features = features;
  }

  @GET
  @RolesAllowed(Roles.MEMBER)
  @Operation(operationId = "listFeatures", summary = "Lists features, and which the tenant has")
  public Uni<List<FeatureView>> list() {
    return features.ofCurrentTenant();
  }
}
