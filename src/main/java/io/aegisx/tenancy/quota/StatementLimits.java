package io.aegisx.tenancy.quota;

import java.time.Duration;

/**
 * How long one tenant's work may keep PostgreSQL busy.
 *
 * @param statement one statement, after which it is cancelled
 * @param lock waiting for one lock, after which the statement fails
 * @param idleInTransaction a transaction in which nothing happens, after which it is ended
 */
public record StatementLimits(Duration statement, Duration lock, Duration idleInTransaction) {}
