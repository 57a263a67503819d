package io.aegisx.tenancy.registry.usage;

/**
 * What a tenant has used in some time.
 *
 * @param requests with a token that may enter the tenant, refused ones included
 * @param errors of these, answered by a status of 500 or more
 * @param refused of these, answered by 429
 * @param databaseNanos from sending statements to their answers
 * @param rows answered or changed by statements
 * @param bytesIn of request bodies
 * @param bytesOut of response bodies
 */
public record Usage(
    long requests,
    long errors,
    long refused,
    long databaseNanos,
    long rows,
    long bytesIn,
    long bytesOut) {

  public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public Usage plus(Usage more) {
    return new Usage(
        requests + more.requests,
        errors + more.errors,
        refused + more.refused,
        databaseNanos + more.databaseNanos,
        rows + more.rows,
        bytesIn + more.bytesIn,
        bytesOut + more.bytesOut);
  }
}
