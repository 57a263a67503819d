package io.aegisx.tenancy.idempotency;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class IdempotencyIT extends IdempotencyTest {}
