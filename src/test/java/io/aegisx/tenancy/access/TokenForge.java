package io.aegisx.tenancy.access;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Makes tokens as an attacker or a careless provider would. */
final class TokenForge {

  private TokenForge() {}

  /** A token signed with a key, with these headers over those that belong there. */
  static String signed(
      JwtClaims claims, PublicJsonWebKey key, String algorithm, Map<String, Object> headers) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setAlgorithmHeaderValue(algorithm);
    token.setKeyIdHeaderValue(key.getKeyId());
    headers.forEach(token.getHeaders()::setObjectHeaderValue);
    token.setKey(key.getPrivateKey());
    return serialized(token);
  }

  /** A token that says about itself that it is not signed. */
  static String unsigned(JwtClaims claims, String algorithm) {
    return encode(new JsonObject().put("alg", algorithm).put("typ", "JWT").encode())
        + "."
        + encode(claims.toJson())
        + ".";
  }

  /** A token with a public key taken for the secret of a symmetric signature. */
  static String signedWithPublicKey(JwtClaims claims, PublicJsonWebKey key, byte[] secret) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    token.setKeyIdHeaderValue(key.getKeyId());
    token.setKey(new HmacKey(secret));
    return serialized(token);
  }

  /** The public key as most libraries print it. */
  static byte[] pem(PublicJsonWebKey key) {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(key.getPublicKey().getEncoded());
    return ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The same token with other claims under the old signature. */
  static String tampered(String token, Consumer<JsonObject> change) {
    String[] parts = token.split("\\.", -1);
    JsonObject claims = new JsonObject(decode(parts[1]));
    change.accept(claims);
    return parts[0] + "." + encode(claims.encode()) + "." + parts[2];
  }

  /** The same token with another header under the old signature. */
  static String reheaded(String token, Consumer<JsonObject> change) {
    String[] parts = token.split("\\.", -1);
    JsonObject header = new JsonObject(decode(parts[0]));
    change.accept(header);
    return encode(header.encode()) + "." + parts[1] + "." + parts[2];
  }

  private static String serialized(JsonWebSignature token) {
    token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    token.setDoKeyValidation(false);
    try {
      return token.getCompactSerialization();
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
