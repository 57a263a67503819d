package io.aegisx.tenancy.provisioning.retention;

import static io.aegisx.tenancy.provisioning.jdbc.Identifier.literal;

import io.aegisx.tenancy.provisioning.jdbc.AdminConnections;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * The months of the control plane's audit trail: the next ones are there before they begin, and one
 * that is too old goes in one piece. Blocks.
 */
@ApplicationScoped
public class AuditPartitions {

  /** Nobody who records something waits for long because of this. */
  private static final String PATIENCE = "SET lock_timeout = '5s'";

  private static final String PREPARE =
      """
      DO $$ DECLARE month timestamp; name text; BEGIN
        FOR ahead IN 0..2 LOOP
          month := date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => ahead);
          name := 'audit_' || to_char(month, 'YYYY_MM');
          -- What came before its month was made stays in the default partition.
          IF to_regclass('registry.' || name) IS NULL AND NOT EXISTS (
              SELECT FROM registry.audit_default WHERE at >= month AT TIME ZONE 'UTC'
                 AND at < (month + interval '1 month') AT TIME ZONE 'UTC') THEN
            EXECUTE format('CREATE TABLE registry.%I PARTITION OF registry.audit'
              ' FOR VALUES FROM (%L) TO (%L)', name, month AT TIME ZONE 'UTC',
              (month + interval '1 month') AT TIME ZONE 'UTC');
          END IF;
        END LOOP;
      END $$
      """;

  private static final String DROP_EXPIRED =
      """
      DO $$ DECLARE expired regclass; BEGIN
        FOR expired IN SELECT c.oid FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = 'registry.audit'::regclass
              AND c.relname ~ '^audit_[0-9]{4}_[0-9]{2}$'
              AND (to_date(substr(c.relname, 7), 'YYYY_MM') + interval '1 month')
                AT TIME ZONE 'UTC' <= {before}::timestamptz LOOP
          EXECUTE format('CREATE TEMPORARY TABLE gone ON COMMIT DROP AS SELECT DISTINCT ON'
            ' (tenant_id) tenant_id, seq, hash FROM %s ORDER BY tenant_id, seq DESC', expired);
          EXECUTE 'DROP TABLE ' || expired;
          -- Chains begin anew where the last removed entry ended. Where two months meet, an entry
          -- may be in the later one although it is the earlier one in its chain.
          DELETE FROM registry.audit a USING gone g
           WHERE a.tenant_id = g.tenant_id AND a.seq <= g.seq;
          UPDATE registry.audit_head h SET first_seq = g.seq + 1, first_previous = g.hash
            FROM gone g WHERE h.tenant_id = g.tenant_id;
          DROP TABLE gone;
        END LOOP;
      END $$
      """;

  /** Makes the partitions of this month and of the two that follow. Repeatable. */
  public void prepare(DataSource main) throws SQLException {
    AdminConnections.execute(main, PATIENCE, PREPARE);
  }

  /** Drops each month that was over at a moment. Repeatable. */
  void dropExpired(DataSource main, Instant before) throws SQLException {
    AdminConnections.execute(
        main, PATIENCE, DROP_EXPIRED.replace("{before}", literal(before.toString())));
  }
}
