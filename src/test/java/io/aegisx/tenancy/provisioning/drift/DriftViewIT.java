package io.aegisx.tenancy.provisioning.drift;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class DriftViewIT extends DriftViewTest {}
