import { tenantError } from './errors.js';

/** How requests say which tenant they are for. */
export type Naming = 'header' | 'subdomain';

const HEADER = 'X-Tenant-ID';
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const IP_LITERAL = /^(\[.*\]|\d+(\.\d+){3})$/;

/** Hosts under the base domain that are the platform's own. */
const PLATFORM_LABELS: ReadonlySet<string> = new Set(['www', 'api', 'admin', 'console']);

/** Whether a host label names no tenant. */
export function isPlatformLabel(label: string): boolean {
  return PLATFORM_LABELS.has(label);
}

/** Refuses what can be no tenant's subdomain or id. */
export function requireTenantName(tenant: string): void {
  if (!LABEL.test(tenant)) {
    throw tenantError(
      'TENANT_INVALID',
      `${JSON.stringify(tenant)} cannot be a tenant: ` +
        'it has 1 to 63 lower-case letters, digits or inner hyphens',
    );
  }
}

/** Where the tenant's requests go. */
export function baseUrlOf(baseUrl: string, naming: Naming, tenant: string | undefined): string {
  if (tenant === undefined) {
    return baseUrl;
  }
  requireTenantName(tenant);
  return naming === 'header' ? baseUrl : underSubdomain(baseUrl, tenant);
}

function underSubdomain(baseUrl: string, tenant: string): string {
  if (!URL.canParse(baseUrl)) {
    throw tenantError(
      'TENANT_INVALID',
      `A tenant's subdomain needs a base URL with a host, not ${JSON.stringify(baseUrl)}`,
    );
  }
  const url = new URL(baseUrl);
  if (IP_LITERAL.test(url.hostname)) {
    throw tenantError(
      'TENANT_INVALID',
      `${url.hostname} cannot have the subdomain ${tenant}: ` +
        'name tenants by header there, or use a host name',
    );
  }
  if (isPlatformLabel(tenant)) {
    throw tenantError('TENANT_INVALID', `The host ${tenant}.${url.hostname} is no tenant's`);
  }
  url.hostname = `${tenant}.${url.hostname}`;
  return url.href;
}

/** Names the tenant in a request, in the one way that was chosen. */
export function nameTenant(request: Request, naming: Naming, tenant: string | undefined): void {
  if (tenant === undefined) {
    return;
  }
  const named = request.headers.get(HEADER);
  if (named !== null && named !== tenant) {
    throw tenantError(
      'TENANT_CONFLICT',
      `The request names ${JSON.stringify(named)}, but this is the client of ${tenant}`,
    );
  }
  if (naming === 'header') {
    request.headers.set(HEADER, tenant);
  } else {
    request.headers.delete(HEADER);
  }
}
