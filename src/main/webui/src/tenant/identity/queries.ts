import { tenantKey, useTenantClient } from '@aegisx/tenancy-client/react';
import { useQuery } from '@tanstack/react-query';

export function useIdentityProvider(id: string) {
  const client = useTenantClient();
  return useQuery({
    queryKey: tenantKey(id, 'identity-provider'),
    queryFn: async ({ signal }) => (await client.GET('/identity-provider', { signal })).data,
  });
}
