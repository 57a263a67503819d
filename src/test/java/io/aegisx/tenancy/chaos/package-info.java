/**
 * Breaks what can break under a mixed load of many tenants. A short form runs with every build; the
 * long one by {@code ./mvnw verify -Pchaos}.
 */
package io.aegisx.tenancy.chaos;
