package io.aegisx.tenancy.provisioning.adoption.plan;

import java.util.List;

/**
 * A step of an adoption. It can be begun again after it was broken off. Locks on several tables
 * come first, a statement each: in which order they are taken is changed from attempt to attempt,
 * until it is that of the transactions that are at work on them.
 *
 * @param name for people, such as {@code accounts: add tenant_id}
 * @param rows how many rows it reads, about
 * @param sql what it runs
 * @param undo what takes it back, whether it was run or not
 * @param done whether nothing of it is left to do
 */
public record AdoptionStep(
    String name, Kind kind, long rows, List<String> sql, List<String> undo, boolean done) {

  /** How statements are run. */
  public enum Kind {
    /** All in one transaction. */
    TRANSACTION,
    /** Each by itself, as what is built concurrently has to be. */
    ALONE,
    /** Over and over, each time for the rows after those before; see {@link Filling}. */
    BATCHES,
    /** All in one transaction, after which the old application finds nothing any more. */
    SWITCH
  }

  /** Whether a statement takes a lock that others of its kind may be taken before. */
  public static boolean isLock(String sql) {
    return sql.startsWith("LOCK TABLE ");
  }

  static AdoptionStep transaction(String name, List<String> sql, List<String> undo) {
    return new AdoptionStep(name, Kind.TRANSACTION, 0, sql, undo, false);
  }

  static AdoptionStep reading(String name, long rows, String sql) {
    return new AdoptionStep(name, Kind.TRANSACTION, rows, List.of(sql), List.of(), false);
  }

  /** What was half-built by an attempt before is dropped first. */
  static AdoptionStep building(String name, long rows, String sql, String drop) {
    return new AdoptionStep(name, Kind.ALONE, rows, List.of(drop, sql), List.of(drop), false);
  }

  static AdoptionStep switching(List<String> sql) {
    return new AdoptionStep("switch to the tenant", Kind.SWITCH, 0, sql, List.of(), false);
  }
}
