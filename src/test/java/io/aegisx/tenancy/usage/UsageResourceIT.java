package io.aegisx.tenancy.usage;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class UsageResourceIT extends UsageResourceTest {}
