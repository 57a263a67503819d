import type { TenancyClient } from '@aegisx/tenancy-client';
import { tenantKey } from '@aegisx/tenancy-client/react';
import { useQuery } from '@tanstack/react-query';
import { usePlatformClient } from '../../api/clients';
import type { DriftView, StorageView } from './types';

/** For addresses that are not in the types of the client yet. */
type Get = (path: string, init: object) => Promise<{ data: unknown }>;
const get = (client: TenancyClient) => client.GET as unknown as Get;

export function useStorage(id: string, wanted = true) {
  const client = usePlatformClient();
  return useQuery({
    queryKey: tenantKey(id, 'storage'),
    enabled: wanted,
    queryFn: async ({ signal }) => {
      const params = { path: { tenant: id } };
      return (await get(client)('/tenants/{tenant}/storage', { params, signal })).data as StorageView;
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
      return (await get(client)('/tenants/{tenant}/drift', { params, signal })).data as DriftView;
    },
  });
}
