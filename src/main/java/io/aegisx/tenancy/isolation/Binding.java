package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.quota.StatementLimits;
import io.aegisx.tenancy.tenant.Tenant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What ties a transaction, and nothing longer, to a tenant.
 *
 * <p>Session settings would survive the transaction and, behind a pooler or after a lost reset,
 * meet another tenant's statements. {@code SET LOCAL} ends with the transaction (manual, SET).
 *
 * @param begin opens the transaction and binds it, in one message; if any part fails the server
 *     refuses every statement that follows
 * @param seal where the policies want a signature: makes, of what the last part of {@code begin}
 *     answers, the statement that signs the transaction
 */
record Binding(String begin, Optional<UnaryOperator<String>> seal) {

  Binding(String begin) {
    this(begin, Optional.empty());
  }

  static Binding of(Tenant tenant, StatementLimits limits) {
    return new Binding(begin(tenant, limits));
  }

  static Binding of(Tenant tenant, StatementLimits limits, ContextSigner signer) {
    return signer.signs(tenant.placement())
        ? new Binding(
            begin(tenant, limits) + ";" + ContextSigner.TRANSACTION,
            Optional.of(
                transaction ->
                    "SET LOCAL app.tenant_signature TO '"
                        + signer.sign(tenant.id(), transaction)
                        + "'"))
        : of(tenant, limits);
  }

  private static String begin(Tenant tenant, StatementLimits limits) {
    // The id is made of hexadecimal digits only: nothing to escape.
    return "BEGIN;SET LOCAL search_path TO "
        + tenant.placement().searchPath()
        + ",pg_temp;SET LOCAL app.tenant_id TO '"
        + tenant.id()
        + "';SET LOCAL statement_timeout TO "
        + limits.statement().toMillis()
        + ";SET LOCAL lock_timeout TO "
        + limits.lock().toMillis()
        + ";SET LOCAL idle_in_transaction_session_timeout TO "
        + limits.idleInTransaction().toMillis();
  }
}
