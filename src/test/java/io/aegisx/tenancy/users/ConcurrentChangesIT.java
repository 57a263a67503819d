package io.aegisx.tenancy.users;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ConcurrentChangesIT extends ConcurrentChangesTest {}
