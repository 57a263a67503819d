package io.aegisx.tenancy.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class PagesIT extends PagesTest {}
