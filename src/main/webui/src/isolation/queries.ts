import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { usePlatformClient } from '../api/clients';
import { useNotice } from '../parts/Notices';
import { text } from '../text';

const REPORT = ['isolation'] as const;

export function useReport() {
  const client = usePlatformClient();
  return useQuery({
    queryKey: REPORT,
    queryFn: async ({ signal }) => (await client.GET('/isolation', { signal })).data,
  });
}

export function useProve() {
  const client = usePlatformClient();
  const queries = useQueryClient();
  const notify = useNotice();
  return useMutation({
    mutationFn: async () => (await client.POST('/isolation')).data,
    onSuccess: (report) => {
      queries.setQueryData(REPORT, report);
      notify(text.isolationReport.proved);
    },
  });
}
