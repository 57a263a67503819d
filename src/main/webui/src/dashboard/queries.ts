import { useQuery } from '@tanstack/react-query';
import { usePlatformClient } from '../api/clients';

const INTERVAL = 30_000;

/** Asked again and again, as long as somebody looks: not in a tab in the background. */
export function useOverview() {
  const client = usePlatformClient();
  return useQuery({
    queryKey: ['overview'],
    queryFn: async ({ signal }) => (await client.GET('/overview', { signal })).data,
    refetchInterval: INTERVAL,
  });
}
