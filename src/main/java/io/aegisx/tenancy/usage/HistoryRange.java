package io.aegisx.tenancy.usage;

import io.aegisx.tenancy.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which days are asked for; by default the last 30 and today. */
public class HistoryRange {

  private static final int DEFAULT_DAYS = 30;

  @Parameter(
      description = "The first day, in UTC",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @QueryParam("from")
  @Nullable String from;

  @Parameter(
      description = "The last day, in UTC",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @QueryParam("to")
  @Nullable String to;

  /** The last day. */
  LocalDate last() {
    return day("to", to).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
  }

  /** The first day, or the one after that which a page before ended with. */
  LocalDate first(Optional<UUID> cursor) {
    LocalDate wanted = day("from", from).orElseGet(() -> last().minusDays(DEFAULT_DAYS));
    return cursor
        .map(HistoryRange::dayOf)
        .map(day -> day.plusDays(1))
        .filter(wanted::isBefore)
        .orElse(wanted);
  }

  private static Optional<LocalDate> day(String name, @Nullable String text) {
    try {
      return text == null || text.isEmpty()
          ? Optional.empty()
          : Optional.of(requireOrdinary(LocalDate.parse(text)));
    } catch (DateTimeParseException notADay) {
      throw ProblemException.invalid(name, "must be a day such as 2026-01-31");
    }
  }

  /** Years beyond four digits are no days of ours, and none that PostgreSQL takes. */
  private static LocalDate requireOrdinary(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new DateTimeParseException("Not in our time", day.toString(), 0);
    }
    return day;
  }

  /** A day in the form that cursors take. */
  static UUID idOf(LocalDate day) {
    return new UUID(0, day.toEpochDay());
  }

  private static LocalDate dayOf(UUID cursor) {
    long day = cursor.getLeastSignificantBits();
    if (cursor.getMostSignificantBits() != 0
        || day < 0
        || day > LocalDate.of(9999, 1, 1).toEpochDay()) {
      throw ProblemException.invalid("cursor", "is not one that this service gave out");
    }
    return LocalDate.ofEpochDay(day);
  }
}
