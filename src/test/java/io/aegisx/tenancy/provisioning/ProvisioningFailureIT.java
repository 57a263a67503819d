package io.aegisx.tenancy.provisioning;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ProvisioningFailureIT extends ProvisioningFailureTest {}
