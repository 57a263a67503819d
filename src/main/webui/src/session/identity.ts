/** Who the token says its bearer is. The service decides what is allowed; this decides what is shown. */
export interface Identity {
  name: string;
  /** Tells this person from others at this browser; what is kept of nobody in particular is not kept. */
  subject?: string | undefined;
  roles: readonly string[];
  /** The id or the subdomain of the tenant, for people of one. */
  tenant: string | undefined;
}

export const SUPER_ADMIN = 'super-admin';
export const TENANT_ADMIN = 'tenant-admin';

export function isSuperAdmin(identity: Identity): boolean {
  return identity.roles.includes(SUPER_ADMIN);
}

/** May change a tenant's name and branding and read its audit trail. */
export function isAdmin(identity: Identity): boolean {
  return isSuperAdmin(identity) || identity.roles.includes(TENANT_ADMIN);
}

/** Reads an access token's claims without verifying them: the service does that at each call. */
export function identityOf(accessToken: string): Identity {
  const claims = claimsOf(accessToken);
  return {
    name: textOf(claims['name']) ?? textOf(claims['preferred_username']) ?? textOf(claims['sub']) ?? '',
    subject: textOf(claims['sub']),
    roles: rolesOf(claims),
    tenant: textOf(claims['tenant_id']),
  };
}

/** The first claim that is present counts, as it does for the service. */
function rolesOf(claims: Record<string, unknown>): string[] {
  const realm = claims['realm_access'];
  const nested = isObject(realm) ? realm['roles'] : undefined;
  const found = [claims['roles'], claims['groups'], nested].find((roles) => roles !== undefined);
  return Array.isArray(found) ? found.filter((role) => typeof role === 'string') : [];
}

function claimsOf(token: string): Record<string, unknown> {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (char) => char.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(claims) ? claims : {};
  } catch {
    // An opaque token is the provider's right. Its bearer is shown what a member is.
    return {};
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
