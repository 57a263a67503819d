package io.aegisx.tenancy.resolution;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class HeaderAndPathNamingIT extends HeaderAndPathNamingTest {}
