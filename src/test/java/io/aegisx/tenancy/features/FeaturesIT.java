package io.aegisx.tenancy.features;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class FeaturesIT extends FeaturesTest {}
