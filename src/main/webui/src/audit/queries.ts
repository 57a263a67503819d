import { nextCursor, type TenancyClient } from '@aegisx/tenancy-client';
import { useQuery } from '@tanstack/react-query';
import { useMayAsk } from '../access/asking';
import { usePlatformClient } from '../api/clients';
import type { AuditFilters } from './filters';

/** Whose entries: those of one tenant, or of all. */
export interface AuditScope {
  client: TenancyClient;
  /** Makes the key of a query. */
  key: (...parts: readonly unknown[]) => readonly unknown[];
  /** Whether entries of several tenants are among them. */
  ofAll: boolean;
}

const NAMES_AT_MOST = 200;
const NAMES_FRESH = 60_000;

export function useAuditPage(scope: AuditScope, filters: AuditFilters, page: { limit: number; cursor?: string }) {
  const query = { ...filters, ...page };
  return useQuery({
    queryKey: scope.key(query),
    enabled: useMayAsk(),
    queryFn: async ({ signal }) => {
      const { data, response } = await scope.client.GET('/audit', { params: { query }, signal });
      return { items: data, next: nextCursor(response) };
    },
  });
}

/** Names of tenants by their ids, as far as one request tells them: entries name the id only. */
export function useTenantNames(wanted: boolean): ReadonlyMap<string, string> {
  const client = usePlatformClient();
  const { data } = useQuery({
    queryKey: ['tenants', 'names'],
    enabled: wanted,
    staleTime: NAMES_FRESH,
    queryFn: async ({ signal }) => {
      const params = { query: { limit: NAMES_AT_MOST } };
      const { data } = await client.GET('/tenants', { params, signal });
      return new Map(data.map(({ id, name }) => [id, name]));
    },
  });
  return data ?? NONE;
}

const NONE: ReadonlyMap<string, string> = new Map();
