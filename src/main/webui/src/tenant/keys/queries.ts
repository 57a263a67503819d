import { etagOf, ifMatch } from '@aegisx/tenancy-client';
import { tenantKey, useTenantClient } from '@aegisx/tenancy-client/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { mayGoOn } from '../../api/problems';
import { useRequestKey } from '../../api/requestKey';
import { useTenantQuery } from '../../api/tenantQuery';
import type { Keys } from '../../api/types';

/** Each look of a super-admin at a tenant is recorded, so it is not more often than need be. */
const INTERVAL = 3_000;

export function useKeys(id: string) {
  return useTenantQuery(
    id,
    ['keys'],
    async (client, signal): Promise<Keys> => (await client.GET('/keys', { signal })).data,
    { refetchInterval: ({ state }) => (state.data?.rotation && mayGoOn(state.error) ? INTERVAL : false) },
  );
}

export function useRotate(id: string, onBegun: () => void) {
  const client = useTenantClient();
  const queries = useQueryClient();
  const keyOf = useRequestKey();
  return useMutation({
    // Pressed again after the network failed, it is still the same rotation.
    mutationFn: () => client.POST('/keys/rotate', { params: { header: keyOf('rotate') } }),
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
