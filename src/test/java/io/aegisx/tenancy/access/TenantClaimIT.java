package io.aegisx.tenancy.access;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class TenantClaimIT extends TenantClaimTest {}
