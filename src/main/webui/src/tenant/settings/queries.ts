import { etagOf, ifMatch, nextCursor, type PageStart, TenancyError } from '@aegisx/tenancy-client';
import { tenantKey, useTenantClient } from '@aegisx/tenancy-client/react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMayAsk } from '../../access/asking';
import { codeOf } from '../../api/problems';
import { useTenantQuery } from '../../api/tenantQuery';
import type { Setting, SettingChange } from '../../api/types';
import { text } from '../../text';

/** A value and which version of it this is. */
export interface VersionedSetting {
  setting: Setting;
  etag: string | undefined;
}

interface HistoryPage {
  items: readonly SettingChange[];
  next: PageStart | undefined;
}

const HISTORY_PAGE = 20;

export function useConfigPage(id: string, page: { limit: number; cursor?: string }) {
  return useTenantQuery(id, ['config', 'page', page], async (client, signal) => {
    const { data, response } = await client.GET('/config', { params: { query: page }, signal });
    return { items: data, next: nextCursor(response) };
  });
}

export function useFeatures(id: string) {
  return useTenantQuery(id, ['features'], async (client, signal) => (await client.GET('/features', { signal })).data);
}

/** Reads one value anew: a change has to be based on what is there when it begins. */
export function useReadSetting() {
  const client = useTenantClient();
  return async (key: string): Promise<VersionedSetting | undefined> => {
    try {
      const { data, response } = await client.GET('/config/{key}', { params: { path: { key } } });
      return { setting: data, etag: etagOf(response) };
    } catch (error) {
      if (codeOf(error) === 'NOT_FOUND') {
        return undefined;
      }
      throw error;
    }
  };
}

export function useSetting(id: string, key: string) {
  const readSetting = useReadSetting();
  return useTenantQuery(
    id,
    ['config', 'one', key],
    async () => {
      const found = await readSetting(key);
      if (!found) {
        throw new TenancyError('CONFLICT', { status: 409, title: text.settings.noValue });
      }
      return found;
    },
    { gcTime: 0, staleTime: Infinity },
  );
}

export function useHistory(id: string, key: string) {
  const client = useTenantClient();
  return useInfiniteQuery({
    queryKey: tenantKey(id, 'config', 'history', key),
    enabled: useMayAsk(),
    initialPageParam: {} as PageStart,
    queryFn: async ({ signal, pageParam }): Promise<HistoryPage> => {
      const params = { path: { key }, query: { limit: HISTORY_PAGE, ...pageParam } };
      const { data, response } = await client.GET('/config/{key}/history', { params, signal });
      const cursor = nextCursor(response);
      return { items: data, next: cursor === undefined ? undefined : { cursor } };
    },
    getNextPageParam: (page) => page.next,
  });
}

interface Saved {
  key: string;
  value: unknown;
  secret: boolean;
  etag: string | undefined;
}

export function useSaveSetting(id: string, onSaved: (key: string) => void) {
  const client = useTenantClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, value, secret, etag }: Saved) =>
      client.PUT('/config/{key}', {
        params: { path: { key }, header: etag ? ifMatch(etag) : {} },
        body: { value, secret },
      }),
    onSuccess: (_answer, { key }) => {
      onSaved(key);
      return queries.invalidateQueries({ queryKey: tenantKey(id, 'config') });
    },
  });
}

/** Unsets a value, and finds out which one holds then, if any does. */
export function useUnsetSetting(id: string, onUnset: (now: Setting | undefined) => void) {
  const client = useTenantClient();
  const queries = useQueryClient();
  const readSetting = useReadSetting();
  return useMutation({
    mutationFn: async ({ key, etag }: { key: string; etag: string | undefined }) => {
      const header = etag ? ifMatch(etag) : {};
      await client.DELETE('/config/{key}', { params: { path: { key }, header } });
      return (await readSetting(key))?.setting;
    },
    onSuccess: (now) => {
      onUnset(now);
      return queries.invalidateQueries({ queryKey: tenantKey(id, 'config') });
    },
  });
}
