import { etagOf, ifMatch, TenancyError } from '@aegisx/tenancy-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tenantKey } from '@aegisx/tenancy-client/react';
import { useEffect, useState } from 'react';
import { usePlatformClient } from '../../api/clients';
import { keys } from '../../api/keys';
import { useNotice } from '../../parts/Notices';
import { text } from '../../text';
import { tenantQueryKey, type VersionedTenant } from '../queries';
import { hasChanges, limitsOf, limitsPatch } from './limits';

/** What is entered of a tenant's limits, and saving it over the version that it was based on. */
export function useLimits(found: VersionedTenant, onChanged: (changed: boolean) => void) {
  const [base, setBase] = useState(found);
  const [form, setForm] = useState(() => limitsOf(found.tenant));
  const saved = limitsOf(base.tenant);
  const changed = hasChanges(form, saved);
  const take = (version: VersionedTenant) => {
    setBase(version);
    setForm(limitsOf(version.tenant));
  };
  // What somebody else saved meanwhile is shown at once, unless that would take away what is edited.
  if (!changed && found.etag !== base.etag && found.tenant.updatedAt > base.tenant.updatedAt) {
    take(found);
  }
  useEffect(() => onChanged(changed), [changed, onChanged]);

  const queries = useQueryClient();
  const client = usePlatformClient();
  const notify = useNotice();
  const { id } = base.tenant;
  const save = useMutation({
    mutationFn: async (): Promise<VersionedTenant> => {
      const { data, response } = await client.PATCH('/tenants/{tenant}', {
        params: { path: { tenant: id }, header: base.etag ? ifMatch(base.etag) : {} },
        body: limitsPatch(form, saved),
      });
      return { tenant: data, etag: etagOf(response) };
    },
    onSuccess: async (version) => {
      queries.setQueryData(tenantQueryKey(id), version);
      take(version);
      notify(text.settings.saved);
      // With the plan go its features and its configuration.
      await queries.invalidateQueries({ queryKey: tenantKey(id) });
      await queries.invalidateQueries({ queryKey: keys.tenants });
    },
  });
  const loadAgain = async () => {
    await queries.refetchQueries({ queryKey: tenantQueryKey(id) });
    const now = queries.getQueryData<VersionedTenant>(tenantQueryKey(id));
    if (now) {
      take(now);
    }
    save.reset();
  };
  return {
    form,
    setForm,
    changed,
    save,
    discard: () => setForm(saved),
    loadAgain: () => void loadAgain(),
    isConflict: save.error instanceof TenancyError && save.error.code === 'PRECONDITION_FAILED',
  };
}
