import { type PageStart, pages } from '@aegisx/tenancy-client';
import { useEffect, useRef, useState } from 'react';
import { usePlatformClient } from '../api/clients';
import type { Drift } from './types';

const PAGE = 50;

export interface DriftWalk {
  state: 'running' | 'done' | 'stopped' | 'failed';
  /** How many tenants were compared; the shared tables are not counted. */
  checked: number;
  differing: readonly Drift[];
  error?: unknown;
}

/**
 * Compares the shared tables and then those of all tenants, page by page: each request compares a few
 * only, so that it can be watched and stopped.
 */
export function useDriftWalk() {
  const client = usePlatformClient();
  const [walk, setWalk] = useState<DriftWalk>();
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  const start = async () => {
    const own = new AbortController();
    work.current = own;
    const { signal } = own;
    let now: DriftWalk = { state: 'running', checked: 0, differing: [] };
    const show = (change: Partial<DriftWalk>) => {
      now = { ...now, ...change };
      setWalk(now);
    };
    show({});
    try {
      const shared = await client.GET('/drift/shared', { signal });
      show({ differing: [shared.data].filter(({ differs }) => differs) });
      const read = (from: PageStart) =>
        client.GET('/drift', { params: { query: { limit: PAGE, ...from } }, signal });
      for await (const page of pages(read)) {
        show({
          checked: now.checked + page.length,
          differing: [...now.differing, ...page.filter(({ differs }) => differs)],
        });
      }
      show({ state: 'done' });
    } catch (error) {
      show(signal.aborted ? { state: 'stopped' } : { state: 'failed', error });
    }
  };
  return { walk, start: () => void start(), stop: () => work.current?.abort() };
}
