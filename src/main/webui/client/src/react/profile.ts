import type { TenancyClient } from '../client.js';
import { type Branding, safeBranding } from './branding.js';

/** What anyone may know of a tenant. The branding is safe to use in a page. */
export interface Tenant {
  readonly name: string;
  readonly subdomain: string;
  readonly branding: Branding;
}

/** Asks the service for the tenant that the client names. */
export async function readTenant(client: TenancyClient, page: URL): Promise<Tenant> {
  const { data } = await client.GET('/tenants/current');
  const branding = 'branding' in data ? data.branding : (data.settings?.branding ?? {});
  return {
    name: data.name,
    subdomain: data.subdomain,
    branding: safeBranding(branding, new URL(client.baseUrl, page)),
  };
}
