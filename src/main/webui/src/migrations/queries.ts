import { nextCursor } from '@aegisx/tenancy-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { usePlatformClient } from '../api/clients';
import { useNotice } from '../parts/Notices';
import { text } from '../text';

const WHILE_RUNNING = 2_000;
/** Others may begin, here or on another replica. */
const AT_REST = 30_000;

const STATE = ['migrations', 'state'] as const;
const BEHIND = ['migrations', 'behind'] as const;

export function useMigrations() {
  const client = usePlatformClient();
  return useQuery({
    queryKey: STATE,
    queryFn: async ({ signal }) => (await client.GET('/migrations', { signal })).data,
    refetchInterval: ({ state }) => (state.data?.running ? WHILE_RUNNING : AT_REST),
  });
}

export function useStartMigrations() {
  const client = usePlatformClient();
  const queries = useQueryClient();
  const tellEnd = useTellEnd();
  return useMutation({
    mutationFn: async () => (await client.POST('/migrations')).data,
    onSuccess: (started) => {
      queries.setQueryData(STATE, started);
      if (!started.running) {
        tellEnd();
      }
    },
    // They may have been begun by somebody else meanwhile.
    onError: () => queries.invalidateQueries({ queryKey: STATE }),
  });
}

export function useBehind(page: { limit: number; cursor?: string }, running: boolean) {
  const client = usePlatformClient();
  return useQuery({
    queryKey: [...BEHIND, page],
    queryFn: async ({ signal }) => {
      const params = { query: page };
      const { data, response } = await client.GET('/migrations/behind', { params, signal });
      return { items: data, next: nextCursor(response) };
    },
    refetchInterval: running ? WHILE_RUNNING : false,
  });
}

/** When migrations end, says so, and asks again who is behind. */
export function useTellEnd() {
  const queries = useQueryClient();
  const notify = useNotice();
  return () => {
    notify(text.migrations.ended);
    void queries.invalidateQueries({ queryKey: BEHIND });
  };
}
