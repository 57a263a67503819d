import { ifMatch, TenancyError } from '@aegisx/tenancy-client';
import { ActionGroup, Alert, Button, Form } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTenant } from '@aegisx/tenancy-client/react';
import { useState } from 'react';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import { useNotice } from '../parts/Notices';
import { ProblemAlert } from '../parts/ProblemState';
import { text } from '../text';
import { ADDRESSES, type BrandingForm, COLOURS, type Field, FIELDS, formOf, isSame, isValid, patchOf } from './branding';
import { AddressField, ColourField } from './BrandingFields';
import { BrandingPreview } from './BrandingPreview';
import { tenantQueryKey, type VersionedTenant } from './queries';
import { UnsavedGuard } from './UnsavedGuard';

export function BrandingTab({ found }: { found: VersionedTenant }) {
  const [base, setBase] = useState(found);
  const [form, setForm] = useState(() => formOf(found.tenant.settings.branding));
  const queries = useQueryClient();
  const saved = formOf(base.tenant.settings.branding);
  const changed = !isSame(form, saved);
  const take = (version: VersionedTenant) => {
    setBase(version);
    setForm(formOf(version.tenant.settings.branding));
  };
  // What somebody else saved meanwhile is shown at once, unless that would take away what is edited.
  if (!changed && found.etag !== base.etag && found.tenant.updatedAt > base.tenant.updatedAt) {
    take(found);
  }
  const save = useSave(base, take);

  const key = tenantQueryKey(base.tenant.id);
  const loadAgain = async () => {
    await queries.refetchQueries({ queryKey: key });
    const now = queries.getQueryData<VersionedTenant>(key);
    if (now) {
      take(now);
    }
    save.reset();
  };
  const set = (field: Field) => (value: string) => setForm((now) => ({ ...now, [field]: value }));
  const valid = FIELDS.every((field) => isValid(field, form[field]));
  const conflict = save.error instanceof TenancyError && save.error.code === 'PRECONDITION_FAILED';

  return (
    <div className="console-columns">
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (valid && changed) {
            save.mutate(form);
          }
        }}
      >
        {COLOURS.map((field) => (
          <ColourField key={field} field={field} value={form[field]} onChange={set(field)} />
        ))}
        {ADDRESSES.map((field) => (
          <AddressField key={field} field={field} value={form[field]} onChange={set(field)} />
        ))}
        {conflict ? (
          <Alert
            component="p"
            isInline
            isLiveRegion
            variant="warning"
            title={text.branding.conflictTitle}
            actionLinks={
              <Button variant="secondary" onClick={() => void loadAgain()}>
                {text.branding.conflictLoad}
              </Button>
            }
          >
            {text.branding.conflictBody}
          </Alert>
        ) : (
          save.error && <ProblemAlert error={save.error} />
        )}
        <ActionGroup>
          <Button type="submit" isDisabled={!changed || !valid || save.isPending} isLoading={save.isPending}>
            {text.branding.save}
          </Button>
          <Button variant="link" isDisabled={!changed} onClick={() => setForm(saved)}>
            {text.branding.reset}
          </Button>
        </ActionGroup>
      </Form>
      <BrandingPreview name={base.tenant.name} form={form} />
      <UnsavedGuard active={changed} />
    </div>
  );
}

function useSave(base: VersionedTenant, onSaved: (version: VersionedTenant) => void) {
  const client = usePlatformClient();
  const queries = useQueryClient();
  const notify = useNotice();
  const { reload } = useTenant();
  const { id } = base.tenant;
  return useMutation({
    mutationFn: async (form: BrandingForm): Promise<VersionedTenant> => {
      const { data, response } = await client.PATCH('/tenants/{tenant}', {
        params: { path: { tenant: id }, header: base.etag ? ifMatch(base.etag) : {} },
        body: { settings: { branding: patchOf(form) } },
      });
      return { tenant: data, etag: response.headers.get('ETag') ?? undefined };
    },
    onSuccess: async (version) => {
      queries.setQueryData(tenantQueryKey(id), version);
      onSaved(version);
      notify(text.branding.saved);
      reload();
      await queries.invalidateQueries({ queryKey: keys.tenants });
    },
  });
}
