import { nextCursor } from '@aegisx/tenancy-client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import type { Tenant } from '../api/types';
import { isSuperAdmin } from '../session/identity';
import { useSession } from '../session/Session';

const SHOWN = 10;
const MOST = 200;

export interface FoundTenants {
  tenants: readonly Tenant[];
  /** There are more than are shown. */
  more: boolean;
}

/** The tenants that somebody may enter and that match; all of them match nothing. */
export function useTenantSearch(q: string, enabled = true) {
  const client = usePlatformClient();
  const { identity } = useSession();
  const all = isSuperAdmin(identity);
  return useQuery({
    queryKey: keys.tenantPage('search', all, q),
    enabled,
    queryFn: async ({ signal }): Promise<FoundTenants> => {
      if (all) {
        const query = { limit: SHOWN, sort: 'name' as const, ...(q && { q }) };
        const { data, response } = await client.GET('/tenants', { params: { query }, signal });
        return { tenants: data, more: nextCursor(response) !== undefined };
      }
      // One's own are few, and the service does not search them.
      const { data, response } = await client.GET('/tenants/mine', { params: { query: { limit: MOST } }, signal });
      const found = data.filter((tenant) => matches(tenant, q));
      return { tenants: found.slice(0, SHOWN), more: found.length > SHOWN || nextCursor(response) !== undefined };
    },
    placeholderData: keepPreviousData,
  });
}

export function matches({ name, subdomain }: { name: string; subdomain: string }, q: string): boolean {
  const wanted = q.toLowerCase();
  return name.toLowerCase().includes(wanted) || subdomain.includes(wanted);
}

/** Whether there is nothing to choose: people of one tenant, or of none. */
export function useHasChoice(): boolean {
  const { identity } = useSession();
  const all = isSuperAdmin(identity);
  const { data } = useTenantSearch('', !all);
  return all || (data?.tenants.length ?? 0) > 1;
}
