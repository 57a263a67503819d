package io.aegisx.tenancy.orders;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class BuyerAddressIT extends BuyerAddressTest {}
