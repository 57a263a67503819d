import type { IdentityProvider } from '../../api/types';

type Claims = Record<string, unknown>;

/** The claims that a token of one of the tenant's administrators needs. */
export function exampleClaims(provider: IdentityProvider, subject: string): Claims {
  const { issuer, audience, tenantClaim, tenantClaimValues, rolesClaims, administratorRole } = provider;
  const claims: Claims = { iss: issuer, aud: audience, sub: subject };
  put(claims, tenantClaim.split('.'), tenantClaimValues[0] ?? '');
  put(claims, (rolesClaims[0] ?? 'roles').split('/'), [administratorRole]);
  return claims;
}

/** Puts a value inside of others; the last of the names is its own. */
function put(claims: Claims, names: readonly string[], value: unknown): void {
  const [name = '', ...inner] = names;
  if (inner.length === 0) {
    claims[name] = value;
    return;
  }
  const outer: Claims = {};
  claims[name] = outer;
  put(outer, inner, value);
}
