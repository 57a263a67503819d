package io.aegisx.tenancy.isolation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class GuessedIdsIT extends GuessedIdsTest {}
