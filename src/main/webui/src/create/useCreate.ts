import type { TenancyError } from '@aegisx/tenancy-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import { useRequestKey } from '../api/requestKey';
import { useSession } from '../session/Session';
import { type Draft, newTenantOf } from './draft';
import { keepWish } from './firstAdministrator';

/** Creates the tenant and goes to where its making can be watched. */
export function useCreate() {
  const client = usePlatformClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { identity } = useSession();
  const keyOf = useRequestKey();
  return useMutation<string, TenancyError, Draft>({
    mutationFn: async (draft) => {
      const body = newTenantOf(draft);
      const header = { Prefer: 'respond-async', ...keyOf(JSON.stringify(body)) };
      const { data } = await client.POST('/tenants', { params: { header }, body });
      return data.id;
    },
    onSuccess: async (id, { administrator }) => {
      keepWish({ subject: identity.subject ?? '', tenant: id }, administrator);
      await navigate(`/tenants/new/${id}`, { replace: true });
      await queries.invalidateQueries({ queryKey: keys.tenants });
    },
  });
}
