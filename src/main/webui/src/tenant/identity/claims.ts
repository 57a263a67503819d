export interface IdentityProvider {
  issuer: string;
  audience?: string | null;
  tenantClaim: string;
  tenantClaimValues: string[];
  rolesClaims: string[];
  administratorRole: string;
}

type Claims = Record<string, unknown>;

/** The claims that a token of one of the tenant's administrators needs. */
export function exampleClaims(provider: IdentityProvider, subject: string): Claims {
  const { issuer, audience, tenantClaim, tenantClaimValues, rolesClaims, administratorRole } = provider;
  const claims: Claims = { iss: issuer, ...(audience && { aud: audience }), sub: subject };
  put(claims, tenantClaim, tenantClaimValues[0] ?? '');
  put(claims, rolesClaims[0] ?? 'roles', [administratorRole]);
  return claims;
}

/** Claims inside others are named by a path with dots or slashes. */
function put(claims: Claims, path: string, value: unknown): void {
  // What looks like an address is the name of one claim, however many of either are in it.
  const names = path.includes('://') ? [path] : path.split(/[./]/);
  const last = names.pop() ?? path;
  let inner = claims;
  for (const name of names) {
    const next: Claims = {};
    inner[name] = next;
    inner = next;
  }
  inner[last] = value;
}
