package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.tenant.Tenant;

/**
 * What ties a transaction, and nothing longer, to a tenant.
 *
 * <p>Session settings would survive the transaction and, behind a pooler or after a lost reset,
 * meet another tenant's statements. {@code SET LOCAL} ends with the transaction (manual, SET).
 *
 * @param begin opens the transaction and binds it, in one message; if any part fails the server
 *     refuses every statement that follows
 */
record Binding(String begin) {

  static Binding of(Tenant tenant) {
    // Schema and id are made of hexadecimal digits and fixed words only: nothing to escape.
    return new Binding(
        "BEGIN;SET LOCAL search_path TO "
            + tenant.placement().schema()
            + ",pg_temp;SET LOCAL app.tenant_id TO '"
            + tenant.id()
            + "'");
  }
}
