package io.aegisx.tenancy.encryption.kms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalKeyProviderTest {

  private static final byte[] KEY = {1, 2, 3};
  private static final byte[] CONTEXT = {4};

  @Test
  void aWrappedKeyUnwrapsInItsContextOnly() {
    LocalKeyProvider provider = provider(secret(1), null);
    byte[] wrapped = provider.wrap(KEY, CONTEXT).await().indefinitely();

    assertArrayEquals(KEY, provider.unwrap(wrapped, CONTEXT).await().indefinitely());
    assertFalse(Arrays.equals(wrapped, provider.wrap(KEY, CONTEXT).await().indefinitely()));
    assertThrows(
        KeyProvider.UnwrapFailedException.class,
        () -> provider.unwrap(wrapped, new byte[] {5}).await().indefinitely());
  }

  @Test
  void anotherSecretUnwrapsNothingUnlessItIsKnownAsThePreviousOne() {
    byte[] wrapped = provider(secret(1), null).wrap(KEY, CONTEXT).await().indefinitely();

    assertThrows(
        KeyProvider.UnwrapFailedException.class,
        () -> provider(secret(2), null).unwrap(wrapped, CONTEXT).await().indefinitely());
    assertArrayEquals(
        KEY, provider(secret(2), secret(1)).unwrap(wrapped, CONTEXT).await().indefinitely());
  }

  @Test
  void theProviderInForceIsTheOneThatIsSet() {
    assertTrue(providers(secret(1), null).inForce().isPresent());
    assertFalse(providers(null, null).inForce().isPresent());
    assertFalse(providers(secret(1), "none").inForce().isPresent());
    assertThrows(ConfigurationException.class, () -> providers(secret(1), "safe"));
    assertThrows(ConfigurationException.class, () -> providers(null, "local"));
  }

  private static KeyProviders providers(String secret, String chosen) {
    return new KeyProviders(List.of(provider(secret, null)), settings(chosen, null));
  }

  private static LocalKeyProvider provider(String secret, String previous) {
    return new LocalKeyProvider(Optional.ofNullable(secret), settings(null, previous));
  }

  private static String secret(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static EncryptionSettings settings(String provider, String previous) {
    return new Chosen(
        Optional.ofNullable(provider),
        Optional.ofNullable(previous),
        Duration.ofMinutes(1),
        1,
        1,
        Duration.ofMinutes(1),
        Duration.ofMinutes(1));
  }

  private record Chosen(
      Optional<String> provider,
      Optional<String> previousSecret,
      Duration keyLifetime,
      int cachedTenants,
      int rotationBatch,
      Duration oldKeysRemain,
      Duration rotationCheckEvery)
      implements EncryptionSettings {}
}
