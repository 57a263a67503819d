package io.aegisx.tenancy.encryption.kms.aws;

import io.aegisx.tenancy.blocking.BlockingDoor;
import io.aegisx.tenancy.encryption.kms.KeyProvider;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/**
 * Wraps with a key that never leaves AWS KMS. The context is part of KMS's encryption context,
 * which also shows in CloudTrail. The client is made by the first call only.
 */
@ApplicationScoped
class AwsKeyProvider implements KeyProvider {

  private static final String PREFIX = "TENANCY_ENCRYPTION_AWS_";

  /** The name of the context in KMS's encryption context. */
  private static final String PLACE = "aegisx-key";

  private final Instance<KmsAsyncClient> client;
  private final AwsSettings settings;
  private final BlockingDoor blocking;
  private final Vertx vertx;

  AwsKeyProvider(
      Instance<KmsAsyncClient> client, AwsSettings settings, BlockingDoor blocking, Vertx vertx) {
    this.client = client;
    this.settings = settings;
    this.blocking = blocking;
    this.vertx = vertx;
  }

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public Optional<String> problem() {
    if (settings.key().isEmpty()) {
      return Optional.of(PREFIX + "KEY is missing");
    }
    if (settings.region().isEmpty()) {
      return Optional.of(PREFIX + "REGION is missing");
    }
    if (settings.endpoint().filter(address -> !address.matches("https?://\\S+")).isPresent()) {
      return Optional.of(PREFIX + "ENDPOINT must be an http(s) address");
    }
    return settings.timeout().toMillis() < 1
        ? Optional.of(PREFIX + "TIMEOUT must be a millisecond or more")
        : Optional.empty();
  }

  @Override
  public Uni<byte[]> wrap(byte[] key, byte[] context) {
    SdkBytes plain = SdkBytes.fromByteArray(key);
    return ask(() ->
            client
                .get()
                .encrypt(
                    ask -> ask.keyId(keyId()).plaintext(plain).encryptionContext(named(context))))
        .map(answer -> answer.ciphertextBlob().asByteArray());
  }

  @Override
  public Uni<byte[]> unwrap(byte[] wrapped, byte[] context) {
    SdkBytes blob = SdkBytes.fromByteArray(wrapped);
    return ask(() ->
            client
                .get()
                .decrypt(
                    ask ->
                        ask.keyId(keyId()).ciphertextBlob(blob).encryptionContext(named(context))))
        .map(answer -> answer.plaintext().asByteArray())
        .onFailure(AwsKeyProvider::isOfAnother)
        .transform(UnwrapFailedException::new);
  }

  private String keyId() {
    return settings.key().orElseThrow();
  }

  private static boolean isOfAnother(Throwable failure) {
    return failure instanceof InvalidCiphertextException
        || failure instanceof IncorrectKeyException;
  }

  /** Credentials may be looked up by blocking calls: on a worker; the answer is where it began. */
  private <T> Uni<T> ask(Supplier<CompletableFuture<T>> call) {
    Context context = vertx.getOrCreateContext();
    return blocking
        .run(call::get)
        .flatMap(pending -> Uni.createFrom().completionStage(pending))
        .ifNoItem()
        .after(settings.timeout())
        .fail()
        .emitOn(task -> context.runOnContext(ignored -> task.run()));
  }

  private static Map<String, String> named(byte[] context) {
    return Map.of(PLACE, new String(context, StandardCharsets.US_ASCII));
  }
}
