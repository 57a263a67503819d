package io.aegisx.tenancy.encryption.kms.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * The key in AWS KMS. Credentials come from where the AWS SDK finds them: environment, profile, web
 * identity, container or instance.
 */
@ConfigMapping(prefix = "tenancy.encryption.aws")
public interface AwsSettings {

  /** The id, alias or ARN of a symmetric key ({@code SYMMETRIC_DEFAULT}). */
  Optional<String> key();

  /** The region of the key, such as {@code eu-central-1}. */
  Optional<String> region();

  /** Another address than the region's, such as that of a VPC endpoint. */
  Optional<String> endpoint();

  /** How long one call may take with all its retries, a millisecond or more. */
  @WithDefault("5s")
  Duration timeout();
}
