/** Ratios, each measured in one run on one machine: {@code ./mvnw verify -Pbenchmark}. */
package io.aegisx.tenancy.benchmark;
