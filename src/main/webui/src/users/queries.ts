import { etagOf, ifMatch, nextCursor } from '@aegisx/tenancy-client';
import { tenantKey, useTenantClient } from '@aegisx/tenancy-client/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRequestKey } from '../api/requestKey';
import { useTenantQuery } from '../api/tenantQuery';
import type { User } from '../api/types';
import { type Person, trimmed } from './person';

/** A user, and which version of it this is. */
export interface VersionedUser {
  user: User;
  etag: string | undefined;
}

interface UsersQuery {
  limit: number;
  cursor?: string;
  name?: string;
}

export function useUsers(tenant: string, query: UsersQuery) {
  return useTenantQuery(tenant, ['users', 'page', query], async (client, signal) => {
    const { data, response } = await client.GET('/users', { params: { query }, signal });
    return { items: data, next: nextCursor(response) };
  });
}

/** Asked for anew each time: the list does not say which version it shows. */
export function useUser(tenant: string, id: string) {
  return useTenantQuery(
    tenant,
    ['users', 'one', id],
    async (client, signal): Promise<VersionedUser> => {
      const { data, response } = await client.GET('/users/{id}', { params: { path: { id } }, signal });
      return { user: data, etag: etagOf(response) };
    },
    { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false },
  );
}

export function useAddUser(tenant: string, onDone: (user: User) => void) {
  const client = useTenantClient();
  const keyOf = useRequestKey();
  return useUserMutation(tenant, onDone, async (person: Person) => {
    const body = trimmed(person);
    const header = keyOf(JSON.stringify(body));
    return (await client.POST('/users', { params: { header }, body })).data;
  });
}

export function useChangeUser(tenant: string, onDone: (user: User) => void) {
  const client = useTenantClient();
  return useUserMutation(tenant, onDone, async ({ of, person }: { of: VersionedUser; person: Person }) => {
    const params = { path: { id: of.user.id }, header: guard(of) };
    return (await client.PATCH('/users/{id}', { params, body: trimmed(person) })).data;
  });
}

export function useDeleteUser(tenant: string, onDone: (user: User) => void) {
  const client = useTenantClient();
  return useUserMutation(tenant, onDone, async (of: VersionedUser) => {
    await client.DELETE('/users/{id}', { params: { path: { id: of.user.id }, header: guard(of) } });
    return of.user;
  });
}

function guard({ etag }: VersionedUser) {
  return etag ? ifMatch(etag) : {};
}

/** A change of the users; after it, lists and counts of users are asked for anew. */
function useUserMutation<Input>(
  tenant: string,
  onDone: (user: User) => void,
  mutationFn: (input: Input) => Promise<User>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: async (user) => {
      onDone(user);
      await Promise.all([
        queries.invalidateQueries({ queryKey: tenantKey(tenant, 'users', 'page') }),
        queries.invalidateQueries({ queryKey: tenantKey(tenant, 'usage') }),
      ]);
    },
  });
}
