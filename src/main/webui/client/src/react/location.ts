import { isPlatformLabel } from '../naming.js';

/** How an address in the browser names a tenant. It is the only place where a tenant is kept. */
export interface TenantLocation {
  /** What the address names as its tenant, well-formed or not; undefined if it names none. */
  tenantOf(url: URL): string | undefined;

  /**
   * Where the pages of a tenant begin, or those of no tenant. What follows in the present address
   * is left out: it may be about something that the other tenant does not have.
   */
  addressOf(tenant: string | undefined, url: URL): URL;
}

/** Tenants by path: `/t/acme/…`, below the path that the application is served at. */
export function pathLocation(options: { base?: string } = {}): TenantLocation {
  const base = `/${options.base ?? ''}/`.replace(/\/{2,}/g, '/');
  const prefix = `${base}t/`;
  return {
    tenantOf(url) {
      const segment = url.pathname.startsWith(prefix)
        ? url.pathname.slice(prefix.length).split('/', 1)[0]
        : undefined;
      return segment || undefined;
    },
    addressOf: (tenant, url) =>
      new URL(tenant === undefined ? base : `${prefix}${encodeURIComponent(tenant)}/`, url.origin),
  };
}

/**
 * Tenants by host: `acme.example.com` for the base domain `example.com`. The bare domain and the
 * platform's own hosts are no tenant's, nor is a host elsewhere.
 *
 * Another host is another origin, so the browser has to leave the page to switch.
 */
export function subdomainLocation(options: { baseDomain: string; path?: string }): TenantLocation {
  const baseDomain = options.baseDomain.toLowerCase();
  return {
    tenantOf(url) {
      const host = url.hostname.replace(/\.$/, '');
      const label = host.endsWith(`.${baseDomain}`)
        ? host.slice(0, -baseDomain.length - 1)
        : undefined;
      return label === undefined || isPlatformLabel(label) ? undefined : label;
    },
    addressOf(tenant, url) {
      const address = new URL(options.path ?? '/', url.origin);
      address.hostname = tenant === undefined ? baseDomain : `${tenant}.${baseDomain}`;
      return address;
    },
  };
}
