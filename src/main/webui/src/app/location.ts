import type { TenantLocation } from '@aegisx/tenancy-client/react';

const BASE = import.meta.env.BASE_URL;
const TENANT = /^tenants\/([^/]+)/;

/** The part of an address where a tenant's id would be, but which is a page. */
export const NEW = 'new';

/** What cannot be decoded is no tenant's name either way. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The console's addresses name a tenant as `/console/tenants/{id}/…`, and in no other way. */
export const consoleLocation: TenantLocation = {
  tenantOf(url) {
    const name = url.pathname.startsWith(BASE)
      ? TENANT.exec(url.pathname.slice(BASE.length))?.[1]
      : undefined;
    return name === undefined || name === NEW ? undefined : decoded(name);
  },
  addressOf: (tenant, url) =>
    new URL(tenant === undefined ? BASE : `${BASE}tenants/${encodeURIComponent(tenant)}`, url.origin),
};
