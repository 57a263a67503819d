package io.aegisx.tenancy.isolation;

import io.aegisx.tenancy.tenant.Placement;
import io.aegisx.tenancy.tenant.TenantId;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs which tenant a transaction is bound to. The signature (HMAC-SHA-256, RFC 2104) is over the
 * tenant and the transaction, so it is worth nothing in any other; the run-time role can neither
 * read the key nor make a signature.
 */
@ApplicationScoped
public class ContextSigner {

  /** Answers what tells this transaction from all others: its backend and when it began. */
  public static final String TRANSACTION =
      "SELECT pg_catalog.concat_ws(' ', pg_catalog.pg_backend_pid(),"
          + " extract(epoch FROM pg_catalog.transaction_timestamp()))";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "aegisx tenant context";

  private final Optional<byte[]> key;

  ContextSigner(
      SignedContextSettings settings,
      @ConfigProperty(name = "encryption.secret") Optional<String> secret) {
    this.key =
        settings.enabled()
            ? Optional.of(derive(secret.orElseThrow(ContextSigner::missing)))
            : Optional.empty();
  }

  private static ConfigurationException missing() {
    return new ConfigurationException(
        "ENCRYPTION_SECRET is not set, but TENANCY_SIGNED_CONTEXT_ENABLED is");
  }

  /** HKDF with one block of output, RFC 5869: no key serves two purposes. */
  private static byte[] derive(String secret) {
    byte[] extracted = mac(new byte[32], Base64.getDecoder().decode(secret));
    return mac(extracted, (PURPOSE + '\1').getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether transactions there are signed. A database of one tenant has nobody to confuse. */
  public boolean signs(Placement placement) {
    return key.isPresent() && !(placement instanceof Placement.Database);
  }

  /** The key, if transactions are signed; 32 bytes. */
  public Optional<byte[]> key() {
    return key;
  }

  /**
   * The signature, in hexadecimal digits.
   *
   * @param transaction the answer to {@link #TRANSACTION}
   */
  public String sign(TenantId tenant, String transaction) {
    byte[] message = (tenant + " " + transaction).getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(mac(key.orElseThrow(), message));
  }

  private static byte[] mac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
