package io.aegisx.tenancy.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token counts if a key that its provider publishes for signatures has signed it. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TokenSignatureTest {

  private static final Duration LONGEST_ROTATION = Duration.ofSeconds(30);

  private static final PublicJsonWebKey CURVE = TestIssuer.newCurveKey();
  private static final PublicJsonWebKey UNPUBLISHED_CURVE = TestIssuer.newCurveKey();
  private static final PublicJsonWebKey SECOND = TestIssuer.newKey();
  private static final PublicJsonWebKey UNPUBLISHED = TestIssuer.newKey();
  private static final PublicJsonWebKey FOR_ENCRYPTION = TestIssuer.newKey();

  private static TestIssuer attacker;
  private static String tenant;

  @BeforeEach
  void publishKeys() {
    if (tenant != null) {
      return;
    }
    FOR_ENCRYPTION.setUse("enc");
    Stream.of(CURVE, SECOND, FOR_ENCRYPTION).forEach(ServiceResource.issuer()::publish);
    attacker = new TestIssuer();
    tenant = Fixtures.tenant("shared_database").getString("subdomain");
    Instant end = Instant.now().plus(LONGEST_ROTATION);
    while (users(by(SECOND, "RS256")).status() == 401 && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
  }

  @AfterAll
  static void withdrawKeys() {
    Stream.of(CURVE, SECOND, FOR_ENCRYPTION).forEach(ServiceResource.issuer()::withdraw);
    attacker.close();
    tenant = null;
  }

  static Stream<Row> published() {
    return Stream.of(
        row("RS256", claims -> by(key(), "RS256")),
        row("RS384", claims -> by(key(), "RS384")),
        row("RS512", claims -> by(key(), "RS512")),
        row("PS256", claims -> by(key(), "PS256")),
        row("PS512", claims -> by(key(), "PS512")),
        row("ES256", claims -> by(CURVE, "ES256")),
        row("a second published key", claims -> by(SECOND, "RS256")),
        row("typ at+jwt", claims -> headed(claims, "typ", "at+jwt")),
        row("no typ", claims -> TokenForge.signed(claims, key(), "RS256", Map.of())));
  }

  @ParameterizedTest
  @MethodSource("published")
  void whatAPublishedKeySignedIsAccepted(Row row) {
    Answers.assertServed(row.name, 200, users(row.token()));
  }

  static Stream<Row> others() {
    return Stream.concat(Stream.concat(keys(), algorithms()), injections());
  }

  private static Stream<Row> keys() {
    return Stream.of(
        row("an RS256 key that nobody published", claims -> by(UNPUBLISHED, "RS256")),
        row("a PS256 key that nobody published", claims -> by(UNPUBLISHED, "PS256")),
        row("an RS512 key that nobody published", claims -> by(UNPUBLISHED, "RS512")),
        row("an ES256 key that nobody published", claims -> by(UNPUBLISHED_CURVE, "ES256")),
        row("a key that is published for encryption", claims -> by(FOR_ENCRYPTION, "RS256")),
        row("an unknown kid", claims -> headed(claims, "kid", "made-up")),
        row("an empty kid", claims -> headed(claims, "kid", "")),
        row("a kid that is a path", claims -> headed(claims, "kid", "../../../dev/null")),
        row("a kid that is SQL", claims -> headed(claims, "kid", "x' OR '1'='1")),
        row("the kid of another published key", claims -> headed(claims, "kid", SECOND)),
        row("the kid of a key of another type", claims -> headed(claims, "kid", CURVE)),
        row("our kid on another's signature", claims -> signed(claims, UNPUBLISHED, "kid", key())));
  }

  private static Stream<Row> algorithms() {
    return Stream.of(
        row("alg none", claims -> TokenForge.unsigned(claims, "none")),
        row("alg None", claims -> TokenForge.unsigned(claims, "None")),
        row("alg NONE", claims -> TokenForge.unsigned(claims, "NONE")),
        row("alg empty", claims -> TokenForge.unsigned(claims, "")),
        row("alg none, signed", claims -> headed(token(claims), "alg", "none")),
        row("HS256 by the public key in PEM", claims -> symmetric(claims, TokenForge.pem(key()))),
        row(
            "HS256 by the public key in DER",
            claims -> symmetric(claims, key().getPublicKey().getEncoded())),
        row(
            "HS256 by the public key in JSON",
            claims ->
                symmetric(
                    claims, key().toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY).getBytes())),
        row("RS256 said to be PS256", claims -> headed(token(claims), "alg", "PS256")),
        row("RS256 said to be ES256", claims -> headed(token(claims), "alg", "ES256")),
        row("RS256 said to be HS256", claims -> headed(token(claims), "alg", "HS256")));
  }

  private static Stream<Row> injections() {
    return Stream.of(
        row("jku", claims -> signed(claims, attacker.key(), "jku", attacker.issuer() + "/jwks")),
        row("x5u", claims -> signed(claims, attacker.key(), "x5u", attacker.issuer() + "/jwks")),
        row("jwk", claims -> signed(claims, attacker.key(), "jwk", publicPart(attacker.key()))),
        row("an extension it must know", claims -> headed(claims, "crit", new String[] {"exp"})),
        row(
            "another tenant under the old signature",
            claims -> TokenForge.tampered(token(claims), all -> all.put("tenant_id", "other"))),
        row(
            "another role under the old signature",
            claims -> TokenForge.tampered(token(claims), all -> all.put("roles", "super-admin"))),
        row("no signature", claims -> token(claims).replaceFirst("[^.]*$", "")),
        row("half a signature", claims -> token(claims).replaceFirst(".{100}$", "")),
        row("two parts", claims -> token(claims).replaceFirst("\\.[^.]*$", "")),
        row("four parts", claims -> token(claims) + ".more"),
        row("five parts", claims -> token(claims) + ".more.still"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anythingElseIsNoToken(Row row) {
    String token = row.token();

    Answers.assertUnauthenticated(row.name, users(token));
    for (String path : new String[] {"/tenants", "/tenants/mine", "/tenants/" + tenant}) {
      Answers.assertUnauthenticated(
          row.name + " on " + path, Api.ofService().withToken(token).get(path));
    }
    Answers.assertUnauthenticated(
        row.name + " on a public route",
        Api.ofService().withToken(token).forTenant(tenant).get("/tenants/current"));
    assertEquals(0, attacker.keyRequests(), row.name + ": a token may not say where its keys are");
  }

  private static Api.Answer users(String token) {
    return Api.ofService().withToken(token).forTenant(tenant).get("/users");
  }

  private static PublicJsonWebKey key() {
    return ServiceResource.issuer().key();
  }

  private static JwtClaims claims() {
    return ServiceResource.issuer()
        .claims(
            claims -> {
              claims.setStringClaim("tenant_id", tenant);
              claims.setStringListClaim("roles", "tenant-admin");
            });
  }

  private static String token(JwtClaims claims) {
    return TestIssuer.sign(claims, key(), "RS256");
  }

  private static String by(PublicJsonWebKey key, String algorithm) {
    return TestIssuer.sign(claims(), key, algorithm);
  }

  private static String headed(JwtClaims claims, String header, Object value) {
    return signed(claims, key(), header, value);
  }

  private static String headed(String token, String header, String value) {
    return TokenForge.reheaded(token, all -> all.put(header, value));
  }

  private static String signed(
      JwtClaims claims, PublicJsonWebKey key, String header, Object value) {
    Object text = value instanceof PublicJsonWebKey named ? named.getKeyId() : value;
    return TokenForge.signed(claims, key, "RS256", Map.of(header, text));
  }

  private static String symmetric(JwtClaims claims, byte[] secret) {
    return TokenForge.signedWithPublicKey(claims, key(), secret);
  }

  private static Map<String, Object> publicPart(PublicJsonWebKey key) {
    return key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  private static Row row(String name, Function<JwtClaims, String> maker) {
    return new Row(name, maker);
  }

  /** A token, made when it is needed: it is for a tenant that the test makes. */
  record Row(String name, Function<JwtClaims, String> maker) {
    String token() {
      return maker.apply(claims());
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
