package io.aegisx.tenancy.provisioning.onboarding;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ProvisioningIT extends ProvisioningTest {}
