import { type components, etagOf, ifMatch } from '@aegisx/tenancy-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import { isConflict } from '../api/problems';
import type { Tenant } from '../api/types';
import { useNotice } from '../parts/Notices';
import { tenantQueryKey, useTenantById, type VersionedTenant } from './queries';

type Change = components['schemas']['TenantChange'];

interface EditOptions<Form> {
  found: VersionedTenant;
  formOf: (tenant: Tenant) => Form;
  /** What was changed; nothing where nothing was. */
  changeOf: (form: Form, saved: Form) => Change | undefined;
  /** Said when it is saved. */
  notice: string;
  onSaved: (id: string) => unknown;
}

/** What is entered of a tenant, and saving it over the version that it was based on. */
export function useTenantEdit<Form>({ found, formOf, changeOf, notice, onSaved }: EditOptions<Form>) {
  const client = usePlatformClient();
  const queries = useQueryClient();
  const notify = useNotice();
  const [base, setBase] = useState(found);
  const [form, setForm] = useState(() => formOf(found.tenant));
  const saved = formOf(base.tenant);
  const change = changeOf(form, saved);
  const { id } = base.tenant;
  const { refetch } = useTenantById(id, false);
  const take = (version: VersionedTenant) => {
    setBase(version);
    setForm(formOf(version.tenant));
  };
  // What somebody else saved meanwhile is shown at once, unless that would take away what is edited.
  if (!change && found.etag !== base.etag && found.tenant.updatedAt > base.tenant.updatedAt) {
    take(found);
  }
  const save = useMutation({
    mutationFn: async (body: Change): Promise<VersionedTenant> => {
      const params = { path: { tenant: id }, header: base.etag ? ifMatch(base.etag) : {} };
      const { data, response } = await client.PATCH('/tenants/{tenant}', { params, body });
      return { tenant: data, etag: etagOf(response) };
    },
    onSuccess: async (version) => {
      queries.setQueryData(tenantQueryKey(id), version);
      take(version);
      notify(notice);
      await onSaved(id);
      await queries.invalidateQueries({ queryKey: keys.tenants });
    },
  });
  const loadAgain = async () => {
    const { data, isError } = await refetch();
    // Where it cannot be had, what is entered stays; the page says why.
    if (data && !isError) {
      take(data);
      save.reset();
    }
  };
  return {
    base: base.tenant,
    form,
    setForm,
    changed: change !== undefined,
    submit: () => change && !save.isPending && save.mutate(change),
    isPending: save.isPending,
    error: save.error,
    isConflict: isConflict(save.error),
    discard: () => {
      setForm(saved);
      save.reset();
    },
    loadAgain: () => void loadAgain(),
  };
}
