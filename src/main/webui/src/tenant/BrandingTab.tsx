import { useTenant } from '@aegisx/tenancy-client/react';
import { Form } from '@patternfly/react-core';
import type { Tenant } from '../api/types';
import { text } from '../text';
import { ADDRESSES, type BrandingForm, COLOURS, type Field, FIELDS, formOf, isSame, isValid, patchOf } from './branding';
import { AddressField, ColourField } from './BrandingFields';
import { BrandingPreview } from './BrandingPreview';
import { EditActions } from './EditActions';
import type { VersionedTenant } from './queries';
import { UnsavedGuard } from './UnsavedGuard';
import { useTenantEdit } from './useTenantEdit';

export function BrandingTab({ found }: { found: VersionedTenant }) {
  const { reload } = useTenant();
  const edit = useTenantEdit<BrandingForm>({
    found,
    formOf: ({ settings }: Tenant) => formOf(settings.branding),
    changeOf: (form, saved) => (isSame(form, saved) ? undefined : { settings: { branding: patchOf(form) } }),
    notice: text.branding.saved,
    onSaved: reload,
  });
  const { form, setForm, changed } = edit;
  const set = (field: Field) => (value: string) => setForm((now) => ({ ...now, [field]: value }));
  const valid = FIELDS.every((field) => isValid(field, form[field]));
  return (
    <div className="console-columns">
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) {
            edit.submit();
          }
        }}
      >
        {COLOURS.map((field) => (
          <ColourField key={field} field={field} value={form[field]} onChange={set(field)} />
        ))}
        {ADDRESSES.map((field) => (
          <AddressField key={field} field={field} value={form[field]} onChange={set(field)} />
        ))}
        <EditActions edit={edit} valid={valid} />
      </Form>
      <BrandingPreview name={edit.base.name} form={form} />
      <UnsavedGuard active={changed} />
    </div>
  );
}
