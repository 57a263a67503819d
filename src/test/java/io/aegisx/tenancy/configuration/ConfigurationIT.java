package io.aegisx.tenancy.configuration;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class ConfigurationIT extends ConfigurationTest {}
