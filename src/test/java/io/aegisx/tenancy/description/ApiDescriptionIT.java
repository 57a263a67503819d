package io.aegisx.tenancy.description;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class ApiDescriptionIT extends ApiDescriptionTest {}
