package io.aegisx.tenancy.registry.sql;

import io.aegisx.tenancy.problem.ErrorCode;
import io.aegisx.tenancy.problem.ProblemException;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** A subdomain belongs for ever to the first tenant that had it: tokens may name it for long. */
public final class SubdomainReservations {

  /** Reserves $1 for tenant $2; answers one row if it is, or was, that tenant's. */
  public static final String RESERVE =
      "INSERT INTO registry.subdomains AS s (subdomain, tenant_id) VALUES ($1, $2)"
          + " ON CONFLICT (subdomain) DO UPDATE SET tenant_id = s.tenant_id"
          + " WHERE s.tenant_id = excluded.tenant_id RETURNING s.tenant_id";

  private SubdomainReservations() {}

  /** Fails with {@code CONFLICT} if the reservation was refused. */
  public static void requireOurs(RowSet<Row> reserved) {
    if (reserved.size() == 0) {
      throw new ProblemException(ErrorCode.CONFLICT, "The subdomain is, or was, another tenant's");
    }
  }
}
