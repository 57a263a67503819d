import { useTenantQuery } from '../../api/tenantQuery';

export function useIdentityProvider(id: string) {
  return useTenantQuery(
    id,
    ['identity-provider'],
    async (client, signal) => (await client.GET('/identity-provider', { signal })).data,
  );
}
