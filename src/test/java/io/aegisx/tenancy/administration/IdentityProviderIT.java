package io.aegisx.tenancy.administration;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class IdentityProviderIT extends IdentityProviderTest {}
