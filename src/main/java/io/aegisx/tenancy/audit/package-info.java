/**
 * The vocabulary of the audit trail: what is recorded, of whom, and how it is looked for. Reading
 * it is the business of {@code trail}. Uses {@code tenant}.
 */
@NullMarked
package io.aegisx.tenancy.audit;

import org.jspecify.annotations.NullMarked;
