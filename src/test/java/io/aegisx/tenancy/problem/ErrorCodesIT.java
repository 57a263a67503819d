package io.aegisx.tenancy.problem;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class ErrorCodesIT extends ErrorCodesTest {}
