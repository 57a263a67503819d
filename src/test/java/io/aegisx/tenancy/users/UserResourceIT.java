package io.aegisx.tenancy.users;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class UserResourceIT extends UserResourceTest {}
