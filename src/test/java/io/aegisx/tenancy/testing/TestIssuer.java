package io.aegisx.tenancy.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A real OpenID provider on a loopback port: discovery, keys, tokens signed on demand, and a
 * sign-in for browsers.
 */
public final class TestIssuer implements AutoCloseable {

  public static final String AUDIENCE = "aegisx-api";
  static final int LIFE_MINUTES = 10;

  private static final String ROOT = "/realm";

  private final List<RsaJsonWebKey> keys = new CopyOnWriteArrayList<>();
  private final List<PublicJsonWebKey> moreKeys = new CopyOnWriteArrayList<>();
  private final AtomicInteger keyRequests = new AtomicInteger();
  private final AtomicInteger discoveries = new AtomicInteger();
  private final SignInEndpoints signIn = new SignInEndpoints(this);
  private volatile Mood mood = Mood.WELL;
  private int port;
  private HttpServer server;

  public TestIssuer() {
    keys.add(newKey());
    start();
  }

  /** The issuer that discovery and tokens state. */
  public String issuer() {
    return "http://127.0.0.1:" + port + ROOT;
  }

  /** How often the keys were fetched. */
  public int keyRequests() {
    return keyRequests.get();
  }

  /** How often the provider was asked what it is. */
  public int discoveries() {
    return discoveries.get();
  }

  /** Signs with a new key from now on; the old one is withdrawn. */
  public void rotateKey() {
    keys.add(0, newKey());
    keys.remove(keys.size() - 1);
  }

  /** Signs with a new key from now on, published under the id of the old one. */
  public void replaceKey() {
    RsaJsonWebKey next = newKey();
    next.setKeyId(key().getKeyId());
    keys.set(0, next);
  }

  public RsaJsonWebKey key() {
    return keys.get(0);
  }

  /** Publishes a key besides the one that tokens are signed with. */
  public void publish(PublicJsonWebKey key) {
    moreKeys.add(key);
  }

  /** Publishes a key no longer. */
  public void withdraw(PublicJsonWebKey key) {
    moreKeys.remove(key);
  }

  /** How it answers from now on. */
  public void feel(Mood next) {
    mood = next;
  }

  /** The ways of a provider to answer. */
  public enum Mood {
    WELL,
    /** Answers 500. */
    ILL,
    /** Takes requests and never answers. */
    SILENT
  }

  /** Starts, on the same port as before if there was one. */
  public void start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    port = server.getAddress().getPort();
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.createContext(ROOT + "/.well-known/openid-configuration", this::discovery);
    server.createContext(ROOT + "/jwks", this::keys);
    signIn.register(server, ROOT);
    server.start();
  }

  /** Stops: nobody can reach discovery or keys. */
  public void stop() {
    server.stop(0);
  }

  @Override
  public void close() {
    stop();
  }

  /** A token of a member, changed as the test wants. */
  public String token(Consumer<JwtClaims> change) {
    return sign(claims(change), key(), AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  /** A token for a user of a tenant. */
  public String token(String subject, String tenant, String... roles) {
    return token(
        claims -> {
          claims.setSubject(subject);
          claims.setStringClaim("email", subject + "@" + tenant + ".example");
          claims.setStringClaim("tenant_id", tenant);
          claims.setStringListClaim("roles", roles);
        });
  }

  public String superAdmin() {
    return token(
        claims -> {
          claims.setSubject("root");
          claims.setStringListClaim("roles", "super-admin");
        });
  }

  public String admin(String tenant) {
    return token(tenant + "-admin", tenant, "tenant-admin");
  }

  public String member(String tenant) {
    return token(tenant + "-user", tenant, "member");
  }

  /** Valid claims, changed as the test wants. */
  public JwtClaims claims(Consumer<JwtClaims> change) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer());
    claims.setAudience(AUDIENCE);
    claims.setSubject("someone");
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(LIFE_MINUTES);
    claims.setGeneratedJwtId();
    change.accept(claims);
    return claims;
  }

  /** Signs claims with any key and algorithm, right or wrong. */
  public static String sign(JwtClaims claims, JsonWebKey key, String algorithm) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setHeader("typ", "JWT");
    signature.setKey(
        key instanceof PublicJsonWebKey pair && pair.getPrivateKey() != null
            ? pair.getPrivateKey()
            : key.getKey());
    signature.setDoKeyValidation(false);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public static RsaJsonWebKey newKey() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(UUID.randomUUID().toString());
      key.setUse("sig");
      key.setAlgorithm("RS256");
      return key;
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public static EllipticCurveJsonWebKey newCurveKey() {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(UUID.randomUUID().toString());
      return key;
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void discovery(HttpExchange exchange) throws IOException {
    discoveries.incrementAndGet();
    answer(
        exchange,
        new JsonObject()
            .put("issuer", issuer())
            .put("jwks_uri", issuer() + "/jwks")
            .put("token_endpoint", issuer() + "/token")
            .put("authorization_endpoint", issuer() + "/authorize")
            .put("end_session_endpoint", issuer() + "/logout")
            .put("code_challenge_methods_supported", new JsonArray().add("S256"))
            .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"))
            .put("response_types_supported", new JsonArray().add("code"))
            .put("subject_types_supported", new JsonArray().add("public")));
  }

  private void keys(HttpExchange exchange) throws IOException {
    keyRequests.incrementAndGet();
    JsonArray published = new JsonArray();
    Stream.concat(keys.stream(), moreKeys.stream())
        .map(key -> key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
        .forEach(key -> published.add(new JsonObject(key)));
    answer(exchange, new JsonObject().put("keys", published));
  }

  private void answer(HttpExchange exchange, JsonObject body) throws IOException {
    if (mood == Mood.SILENT) {
      return;
    }
    byte[] bytes = body.encode().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    exchange.sendResponseHeaders(mood == Mood.ILL ? 500 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
