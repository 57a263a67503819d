import type { TenancyClient } from '@aegisx/tenancy-client';
import { tenantKey, useTenantClient } from '@aegisx/tenancy-client/react';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useMayAsk } from '../access/asking';

type Options<Data> = Omit<UseQueryOptions<Data>, 'enabled' | 'queryFn' | 'queryKey'>;

/** A question about a tenant's own data; only asked while whoever is signed in may be there. */
export function useTenantQuery<Data>(
  tenant: string,
  parts: readonly unknown[],
  read: (client: TenancyClient, signal: AbortSignal) => Promise<Data>,
  options: Options<Data> = {},
) {
  const client = useTenantClient();
  return useQuery<Data>({
    ...options,
    queryKey: tenantKey(tenant, ...parts),
    enabled: useMayAsk(),
    queryFn: ({ signal }) => read(client, signal),
  });
}
