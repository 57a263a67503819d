import { tenantKey, useTenantClient } from '@aegisx/tenancy-client/react';
import { useQuery } from '@tanstack/react-query';
import type { IdentityProvider } from './claims';

/** For an address that is not in the types of the client yet. */
type Get = (path: string, init: object) => Promise<{ data: unknown }>;

export function useIdentityProvider(id: string) {
  const client = useTenantClient();
  return useQuery({
    queryKey: tenantKey(id, 'identity-provider'),
    queryFn: async ({ signal }) =>
      (await (client.GET as unknown as Get)('/identity-provider', { signal })).data as IdentityProvider,
  });
}
