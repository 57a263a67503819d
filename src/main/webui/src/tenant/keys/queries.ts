import { etagOf, idempotencyKey, ifMatch } from '@aegisx/tenancy-client';
import { tenantKey, useTenantClient } from '@aegisx/tenancy-client/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Keys } from '../../api/types';

/** Each look of a super-admin at a tenant is recorded, so it is not more often than need be. */
const INTERVAL = 3_000;

export function useKeys(id: string) {
  const client = useTenantClient();
  return useQuery({
    queryKey: tenantKey(id, 'keys'),
    queryFn: async ({ signal }): Promise<Keys> => (await client.GET('/keys', { signal })).data,
    refetchInterval: ({ state }) => (!state.error && state.data?.rotation ? INTERVAL : false),
  });
}

export function useRotate(id: string, onBegun: () => void) {
  const client = useTenantClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.POST('/keys/rotate', { params: { header: idempotencyKey() } }),
    onSuccess: ({ data }) => {
      queries.setQueryData(tenantKey(id, 'keys'), data);
      onBegun();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: tenantKey(id, 'keys') }),
  });
}

/** Destroys the keys that are there when it is asked for, and no others. */
export function useDestroyKeys(id: string, onDestroyed: () => void) {
  const client = useTenantClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const etag = etagOf((await client.GET('/keys')).response);
      return client.DELETE('/keys', { params: { header: etag ? ifMatch(etag) : {} } });
    },
    onSuccess: () => {
      onDestroyed();
      return queries.invalidateQueries({ queryKey: tenantKey(id) });
    },
  });
}
