package io.aegisx.tenancy.access;

import io.aegisx.tenancy.testing.Api;
import io.aegisx.tenancy.testing.Fixtures;
import io.aegisx.tenancy.testing.ServiceResource;
import io.aegisx.tenancy.testing.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who a token is from, for whom, and when it counts. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class TokenClaimsTest {

  private static String tenant;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Fixtures.tenant("shared_database").getString("subdomain");
    }
  }

  static Stream<Row> good() {
    return Stream.of(
        row("unspoiled", claims -> {}),
        row("audiences with ours first", claims -> claims.setAudience("aegisx-api", "other")),
        row("audiences with ours last", claims -> claims.setAudience("a", "b", "aegisx-api")),
        row("expired within the leeway", claims -> expires(claims, -1)),
        row("valid in a moment, within the leeway", claims -> startsAt(claims, 3)),
        row("issued in a moment, within the leeway", claims -> issuedAt(claims, 3)),
        row("issued long ago", claims -> issuedAt(claims, -86_400)),
        row("issued nobody says when", claims -> claims.unsetClaim("iat")),
        row("said to be a bearer's", claims -> claims.setStringClaim("typ", "Bearer")),
        row("without an id", claims -> claims.unsetClaim("jti")),
        row("of somebody unnamed", claims -> claims.unsetClaim("sub")));
  }

  @ParameterizedTest
  @MethodSource("good")
  void aTokenForUsAndNowIsAccepted(Row row) {
    Answers.assertServed(row.name, 200, users(row.token()));
  }

  static Stream<Row> bad() {
    return Stream.concat(issuers(), Stream.concat(audiences(), times()));
  }

  private static Stream<Row> issuers() {
    String ours = ServiceResource.issuer().issuer();
    return Stream.of(
        row("another issuer", claims -> claims.setIssuer("https://issuer.example")),
        row("the issuer with a slash", claims -> claims.setIssuer(ours + "/")),
        row("the issuer with more behind", claims -> claims.setIssuer(ours + ".evil.example")),
        row("the issuer in other case", claims -> claims.setIssuer(ours.replace("r", "R"))),
        row("the issuer by another address", claims -> claims.setIssuer(localhost(ours))),
        row("an empty issuer", claims -> claims.setIssuer("")),
        row("two issuers", claims -> claims.setStringListClaim("iss", ours, "other")),
        row("no issuer", claims -> claims.unsetClaim("iss")));
  }

  private static Stream<Row> audiences() {
    return Stream.of(
        row("no audience", claims -> claims.unsetClaim("aud")),
        row("another audience", claims -> claims.setAudience("another-api")),
        row("the audience and more", claims -> claims.setAudience("aegisx-api-2")),
        row("the audience in other case", claims -> claims.setAudience("AEGISX-API")),
        row("an empty audience", claims -> claims.setAudience("")),
        row("no audience in the list", claims -> claims.setAudience(List.of())),
        row("others only in the list", claims -> claims.setAudience("one", "two")),
        row("an audience that is an object", claims -> claims.setClaim("aud", java.util.Map.of())),
        row("ours only as the party", claims -> only(claims, "azp", "aegisx-api")),
        row("ours only as the client", claims -> only(claims, "client_id", "aegisx-api")));
  }

  private static Stream<Row> times() {
    return Stream.of(
        row("expired just beyond the leeway", claims -> expires(claims, -11)),
        row("expired long ago", claims -> expires(claims, -86_400)),
        row("no expiry", claims -> claims.unsetClaim("exp")),
        row("an expiry in words", claims -> claims.setStringClaim("exp", "tomorrow")),
        row("an expiry of zero", claims -> expires(claims, -NumericDate.now().getValue())),
        row("valid in a minute", claims -> startsAt(claims, 60)),
        row("valid tomorrow", claims -> startsAt(claims, 86_400)),
        row("a start in words", claims -> claims.setStringClaim("nbf", "now")),
        row("issued in a minute", claims -> issuedAt(claims, 60)),
        row("issued tomorrow", claims -> issuedAt(claims, 86_400)),
        row("issued in words", claims -> claims.setStringClaim("iat", "now")),
        row("an identity token", claims -> claims.setStringClaim("typ", "ID")),
        row("a refresh token", claims -> claims.setStringClaim("typ", "Refresh")),
        row("an offline token", claims -> claims.setStringClaim("typ", "Offline")),
        row("a type that is no text", claims -> claims.setClaim("typ", 5)));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void anyOtherTokenIsRefusedEverywhere(Row row) {
    String token = row.token();

    Answers.assertUnauthenticated(row.name, users(token));
    for (String path : List.of("/tenants", "/tenants/mine", "/tenants/" + tenant)) {
      Answers.assertUnauthenticated(
          row.name + " on " + path, Api.ofService().withToken(token).get(path));
    }
    Answers.assertUnauthenticated(
        row.name + " on a public route",
        Api.ofService().withToken(token).forTenant(tenant).get("/tenants/current"));
  }

  private static Api.Answer users(String token) {
    return Api.ofService().withToken(token).forTenant(tenant).get("/users");
  }

  private static void expires(JwtClaims claims, long inSeconds) {
    // A token that expires before it was issued would be refused for that.
    claims.setIssuedAt(in(inSeconds - 3600));
    claims.setExpirationTime(in(inSeconds));
  }

  private static void startsAt(JwtClaims claims, long inSeconds) {
    claims.setNotBefore(in(inSeconds));
  }

  private static void issuedAt(JwtClaims claims, long inSeconds) {
    claims.setExpirationTime(in(Math.max(0, inSeconds) + 600));
    claims.setIssuedAt(in(inSeconds));
  }

  private static NumericDate in(long seconds) {
    NumericDate date = NumericDate.now();
    date.addSeconds(seconds);
    return date;
  }

  private static void only(JwtClaims claims, String name, String value) {
    claims.unsetClaim("aud");
    claims.setStringClaim(name, value);
  }

  private static String localhost(String issuer) {
    return issuer.replace("127.0.0.1", "localhost");
  }

  private static Row row(String name, Consumer<JwtClaims> change) {
    return new Row(name, change);
  }

  /** Valid claims of a tenant's administrator, changed; signed when they are needed. */
  record Row(String name, Consumer<JwtClaims> change) {

    String token() {
      TestIssuer issuer = ServiceResource.issuer();
      return issuer.token(
          claims -> {
            claims.setStringClaim("tenant_id", tenant);
            claims.setStringListClaim("roles", "tenant-admin");
            change.accept(claims);
          });
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
