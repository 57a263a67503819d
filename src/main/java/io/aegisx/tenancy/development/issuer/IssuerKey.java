package io.aegisx.tenancy.development.issuer;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The key of the development issuer. It is kept, so that tokens outlive a live reload. */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
class IssuerKey {

  private static final Path FILE = Path.of("target", "dev-issuer.jwk");
  private static final int BITS = 2048;

  private final RsaJsonWebKey key;

  IssuerKey() {
    try {
      this.key = Files.exists(FILE) ? read() : make();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (JoseException failure) {
      throw new IllegalStateException("Delete " + FILE + ": it cannot be read", failure);
    }
  }

  private static RsaJsonWebKey read() throws IOException, JoseException {
    return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(FILE));
  }

  private static RsaJsonWebKey make() throws IOException, JoseException {
    RsaJsonWebKey made = RsaJwkGenerator.generateJwk(BITS);
    made.setKeyId(UUID.randomUUID().toString());
    made.setUse("sig");
    made.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    Files.createDirectories(FILE.toAbsolutePath().getParent());
    Files.writeString(FILE, made.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
    return made;
  }

  /** The public half, as JSON. */
  String published() {
    return key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  String sign(JwtClaims claims) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(key.getAlgorithm());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setHeader("typ", "JWT");
    signature.setKey(key.getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
