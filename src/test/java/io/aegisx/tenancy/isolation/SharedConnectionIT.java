package io.aegisx.tenancy.isolation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SharedConnectionIT extends SharedConnectionTest {}
