package io.aegisx.tenancy.prover.trial;

import io.aegisx.tenancy.tenant.Tenant;
import java.util.List;
import java.util.UUID;

/** A canary tenant with one row in each table, marked so that it is known wherever it turns up. */
public record Canary(Tenant tenant) {

  public String subdomain() {
    return tenant.subdomain().value();
  }

  /** A text that stands in its rows and nowhere else. */
  public String marker() {
    return "marker-of-" + subdomain();
  }

  public UUID userId() {
    return rowId(1);
  }

  public UUID productId() {
    return rowId(2);
  }

  private UUID rowId(int table) {
    UUID id = tenant.id().value();
    return new UUID(id.getMostSignificantBits() | table, id.getLeastSignificantBits());
  }

  public List<Canary> others(List<Canary> all) {
    return all.stream().filter(other -> !other.equals(this)).toList();
  }
}
