import { etagOf, TenancyError } from '@aegisx/tenancy-client';
import { tenantKey } from '@aegisx/tenancy-client/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { usePlatformClient } from '../api/clients';
import { useTenantQuery } from '../api/tenantQuery';
import type { Tenant } from '../api/types';
import { isAdmin } from '../session/identity';
import { useSession } from '../session/Session';
import { text } from '../text';

const MOST = 200;

/** A tenant and which version of it this is; members are not told the version. */
export interface VersionedTenant {
  tenant: Tenant;
  etag: string | undefined;
}

export const tenantQueryKey = (id: string) => tenantKey(id, 'tenant');

export function useTenantById(id: string, enabled = true) {
  const client = usePlatformClient();
  const { identity } = useSession();
  const admin = isAdmin(identity);
  return useQuery({
    queryKey: tenantQueryKey(id),
    enabled,
    queryFn: async ({ signal }): Promise<VersionedTenant> => {
      if (admin) {
        const params = { path: { tenant: id } };
        const { data, response } = await client.GET('/tenants/{tenant}', { params, signal });
        return { tenant: data, etag: etagOf(response) };
      }
      // A member may enter the tenant, but not ask for it by its id.
      const { data } = await client.GET('/tenants/mine', { params: { query: { limit: MOST } }, signal });
      const tenant = data.find((each) => each.id === id || each.subdomain === id);
      if (!tenant) {
        throw new TenancyError('TENANT_ACCESS_DENIED', { status: 403, title: text.state.notYours });
      }
      return { tenant, etag: undefined };
    },
  });
}

export function useUsage(id: string) {
  return useTenantQuery(id, ['usage'], async (client, signal) => (await client.GET('/usage', { signal })).data);
}

/** The days from one to another, of which those without any request are not there. */
export function useUsageHistory(id: string, range: { from: string; to: string }) {
  return useTenantQuery(
    id,
    ['usage-history', range],
    async (client, signal) => {
      const params = { query: { ...range, limit: MOST } };
      return (await client.GET('/usage/history', { params, signal })).data;
    },
    { placeholderData: keepPreviousData },
  );
}
