import { tenantKey } from '@aegisx/tenancy-client/react';
import { useQuery } from '@tanstack/react-query';
import { usePlatformClient } from '../../api/clients';

export function useStorage(id: string, wanted = true) {
  const client = usePlatformClient();
  return useQuery({
    queryKey: tenantKey(id, 'storage'),
    enabled: wanted,
    queryFn: async ({ signal }) => {
      const params = { path: { tenant: id } };
      return (await client.GET('/tenants/{tenant}/storage', { params, signal })).data;
    },
  });
}

/** Compares when it is told to: it reads all of the tenant's catalogue, and makes a schema to compare with. */
export function useDrift(id: string) {
  const client = usePlatformClient();
  return useQuery({
    queryKey: tenantKey(id, 'drift'),
    enabled: false,
    retry: false,
    queryFn: async ({ signal }) => {
      const params = { path: { tenant: id } };
      return (await client.GET('/tenants/{tenant}/drift', { params, signal })).data;
    },
  });
}
