package io.aegisx.tenancy.registry;

import io.aegisx.tenancy.tenant.Isolation;
import io.aegisx.tenancy.tenant.Plan;
import io.aegisx.tenancy.tenant.TenantStatus;
import java.util.Optional;
import java.util.UUID;

/**
 * Which tenants a listing shows. Deleted ones only when asked for by status.
 *
 * @param text a part of the name or subdomain, in any case
 */
public record TenantQuery(
    Optional<TenantStatus> status,
    Optional<Plan> plan,
    Optional<Isolation> isolation,
    Optional<String> text,
    Order order) {

  /** The same in the order of ids. */
  public TenantQuery(
      Optional<TenantStatus> status,
      Optional<Plan> plan,
      Optional<Isolation> isolation,
      Optional<String> text) {
    this(status, plan, isolation, text, Order.BY_ID);
  }

  /** All that are served. */
  static final TenantQuery ACTIVE =
      new TenantQuery(
          Optional.of(TenantStatus.ACTIVE), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * By what tenants are put in order; those that are alike in it, by their ids.
   *
   * @param descending whether the last comes first
   */
  public record Order(Column column, boolean descending) {
    public static final Order BY_ID = new Order(Column.ID, false);

    /** Behind the position whose id is {@code $6}, and whose value is {@code $7}. */
    String beyond() {
      return "(%s, id) %s (%s, $6::uuid)"
          .formatted(column.sql, descending ? "<" : ">", column.value);
    }

    String sql() {
      String way = descending ? " DESC" : "";
      return column.sql + way + ", id" + way;
    }
  }

  /** What a listing can be put in order by. */
  public enum Column {
    ID("id", "$7::text::uuid"),
    NAME("lower(name)", "lower($7::text)"),
    SUBDOMAIN("subdomain", "$7::text"),
    CREATED_AT("created_at", "$7::text::timestamptz"),
    UPDATED_AT("updated_at", "$7::text::timestamptz");

    private final String sql;
    private final String value;

    Column(String sql, String value) {
      this.sql = sql;
      this.value = value;
    }
  }

  /**
   * Where a page of such a listing ends.
   *
   * @param value of the column in the last row; the id itself in a listing by id
   */
  public record Position(UUID id, String value) {

    /** In a listing by id. */
    public static Position after(UUID id) {
      return new Position(id, id.toString());
    }
  }
}
