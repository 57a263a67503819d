package io.aegisx.tenancy.trail;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes entries as a table (RFC 4180), a line each. */
@ApplicationScoped
class AuditExport {

  private static final String HEADER =
      "id,at,actor,action,tenantId,target,outcome,requestId,sourceAddress,before,after\r\n";

  /** What a spreadsheet takes for the beginning of a formula. */
  private static final String FORMULA = "=+-@\t\r";

  Multi<String> csv(Multi<AuditEntry> entries) {
    return Multi.createBy()
        .concatenating()
        .streams(Multi.createFrom().item(HEADER), entries.map(AuditExport::row));
  }

  private static String row(AuditEntry entry) {
    return Stream.of(
            entry.id().toString(),
            entry.at().toString(),
            entry.actor(),
            entry.action(),
            entry.tenantId().toString(),
            entry.target(),
            entry.outcome(),
            text(entry.requestId()),
            text(entry.sourceAddress()),
            text(entry.before()),
            text(entry.after()))
        .map(AuditExport::cell)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String text(@Nullable Object value) {
    return value instanceof JsonNode node ? node.toString() : Objects.toString(value, "");
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
