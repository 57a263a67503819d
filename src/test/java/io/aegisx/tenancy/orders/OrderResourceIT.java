package io.aegisx.tenancy.orders;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class OrderResourceIT extends OrderResourceTest {}
