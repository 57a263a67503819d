package io.aegisx.tenancy.administration;

import io.aegisx.tenancy.http.PageRequest;
import io.aegisx.tenancy.problem.ProblemException;
import io.aegisx.tenancy.registry.TenantQuery.Column;
import io.aegisx.tenancy.registry.TenantQuery.Order;
import io.aegisx.tenancy.registry.TenantQuery.Position;
import io.aegisx.tenancy.tenant.Tenant;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which order tenants are listed, and what a cursor says in it. */
record TenantSort(Order order) {

  private static final Map<String, Column> COLUMNS =
      Map.of(
          "id", Column.ID,
          "name", Column.NAME,
          "subdomain", Column.SUBDOMAIN,
          "createdAt", Column.CREATED_AT,
          "updatedAt", Column.UPDATED_AT);

  private static final int ID_LENGTH = 36;
  private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("(?!0000)[0-9]{4}-");

  /** The order that a parameter asks for, such as {@code -createdAt}. */
  static Order orderOf(@Nullable String sort) {
    if (sort == null || sort.isEmpty()) {
      return Order.BY_ID;
    }
    boolean descending = sort.startsWith("-");
    Column column = COLUMNS.get(descending ? sort.substring(1) : sort);
    if (column == null) {
      String all = COLUMNS.keySet().stream().sorted().collect(Collectors.joining(", "));
      throw ProblemException.invalid(
          "sort", "must be one of " + all + ", with or without a minus sign in front");
    }
    return new Order(column, descending);
  }

  /** The id, and what the order is by, which may have changed by the time of the next page. */
  String cursorOf(Tenant tenant) {
    return tenant.id() + valueOf(tenant);
  }

  private String valueOf(Tenant tenant) {
    return switch (order.column()) {
      case ID -> "";
      case NAME -> tenant.name();
      case SUBDOMAIN -> tenant.subdomain().value();
      case CREATED_AT -> tenant.createdAt().toString();
      case UPDATED_AT -> tenant.updatedAt().toString();
    };
  }

  /** Where the page before ended, if there was one. */
  Optional<Position> after(PageRequest page) {
    return page.afterText().map(this::position);
  }

  private Position position(String cursor) {
    try {
      int end = Math.min(ID_LENGTH, cursor.length());
      UUID id = UUID.fromString(cursor.substring(0, end));
      return new Position(id, checked(cursor.substring(end), id));
    } catch (IllegalArgumentException | DateTimeParseException notOurs) {
      throw PageRequest.notOurs();
    }
  }

  /** The value, if a cursor of this order can hold it. */
  private String checked(String value, UUID id) {
    boolean by = order.column() != Column.ID;
    if (by == value.isEmpty() || value.indexOf(0) >= 0) {
      throw PageRequest.notOurs();
    }
    return switch (order.column()) {
      case ID -> id.toString();
      case NAME, SUBDOMAIN -> value;
      case CREATED_AT, UPDATED_AT -> moment(value);
    };
  }

  /** PostgreSQL does not read all of the years that Java does. */
  private static String moment(String value) {
    String moment = Instant.parse(value).toString();
    if (!FOUR_DIGIT_YEAR.matcher(moment).lookingAt()) {
      throw PageRequest.notOurs();
    }
    return moment;
  }
}
