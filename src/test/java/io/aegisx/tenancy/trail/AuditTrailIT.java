package io.aegisx.tenancy.trail;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class AuditTrailIT extends AuditTrailTest {}
