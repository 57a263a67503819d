package io.aegisx.tenancy.provisioning.migration;

import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of one folder, out of a list of all that was made at build time.
 *
 * @param folder such as {@code db/tenant}
 */
public record MigrationFolder(ResourceProvider all, String folder) implements ResourceProvider {

  @Override
  public @Nullable LoadableResource getResource(String name) {
    LoadableResource resource = all.getResource(name);
    return resource != null && isInFolder(resource) ? resource : null;
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return List.copyOf(
        all.getResources(prefix, suffixes).stream().filter(this::isInFolder).toList());
  }

  private boolean isInFolder(LoadableResource resource) {
    return resource.getAbsolutePath().startsWith(folder + "/");
  }
}
