package io.aegisx.tenancy.encryption.attribute;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class EncryptedNamesIT extends EncryptedNamesTest {}
