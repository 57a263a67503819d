import { tenantKey } from '@aegisx/tenancy-client/react';
import {
  Checkbox,
  Form,
  FormGroup,
  FormSelect,
  FormSelectOption,
  TextInput,
} from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Plan, PLANS } from '../../api/types';
import { FieldHelp } from '../../parts/FieldHelp';
import { text } from '../../text';
import { EditActions } from '../EditActions';
import type { VersionedTenant } from '../queries';
import { useTenantEdit } from '../useTenantEdit';
import { faultOf, hasChanges, type LimitsField, type LimitsForm as Values, limitsOf, limitsPatch } from './limits';

const FIELDS: readonly LimitsField[] = ['maxUsers', 'storageLimit', 'features', 'customDomain'];

const LABEL: Record<LimitsField, string> = {
  maxUsers: text.field.maxUsers,
  storageLimit: text.settings.storageLimit,
  features: text.field.features,
  customDomain: text.field.customDomain,
};

const HINT: Record<LimitsField, string> = {
  maxUsers: text.settings.maxUsersHint,
  storageLimit: text.settings.storageHint,
  features: text.settings.featuresHint,
  customDomain: text.settings.domainHint,
};

interface LimitsFormProps {
  found: VersionedTenant;
  onChanged: (changed: boolean) => void;
}

/** Plan and limits, for those who may change them. */
export function LimitsForm({ found, onChanged }: LimitsFormProps) {
  const edit = useLimits(found);
  const { form, setForm, changed } = edit;
  useEffect(() => onChanged(changed), [changed, onChanged]);
  const valid = FIELDS.every((field) => faultOf(form, field) === undefined);
  const set = (change: Partial<Values>) => setForm({ ...form, ...change });
  return (
    <Form
      className="console-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) {
          edit.submit();
        }
      }}
    >
      <PlanField plan={form.plan} onChange={(plan) => set({ plan })} />
      {FIELDS.map((field) => (
        <LimitField key={field} field={field} form={form} onChange={set} />
      ))}
      <EditActions edit={edit} valid={valid} />
    </Form>
  );
}

function useLimits(found: VersionedTenant) {
  const queries = useQueryClient();
  return useTenantEdit<Values>({
    found,
    formOf: limitsOf,
    changeOf: (form, saved) => (hasChanges(form, saved) ? limitsPatch(form, saved) : undefined),
    notice: text.settings.saved,
    // With the plan go its features and its configuration.
    onSaved: (id) => queries.invalidateQueries({ queryKey: tenantKey(id) }),
  });
}

function PlanField({ plan, onChange }: { plan: Plan; onChange: (plan: Plan) => void }) {
  return (
    <FormGroup label={text.field.plan} fieldId="plan">
      <FormSelect
        id="plan"
        aria-describedby="plan-help"
        value={plan}
        onChange={(_event, value) => onChange(PLANS.find((each) => each === value) ?? plan)}
      >
        {PLANS.map((each) => (
          <FormSelectOption key={each} value={each} label={text.plan[each]} />
        ))}
      </FormSelect>
      <FieldHelp id="plan-help" hint={text.settings.planHint} />
    </FormGroup>
  );
}

interface LimitFieldProps {
  field: LimitsField;
  form: Values;
  onChange: (change: Partial<Values>) => void;
}

function LimitField({ field, form, onChange }: LimitFieldProps) {
  const fault = faultOf(form, field);
  const isNumber = field === 'maxUsers' || field === 'storageLimit';
  return (
    <FormGroup label={LABEL[field]} fieldId={field}>
      <TextInput
        id={field}
        value={form[field]}
        inputMode={isNumber ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${field}-help`}
        isDisabled={field === 'features' && form.featuresOfPlan}
        validated={fault ? 'error' : 'default'}
        onChange={(_event, value) => onChange({ [field]: field === 'features' ? value : value.trim() })}
      />
      {field === 'features' && (
        <Checkbox
          id="features-of-plan"
          className="console-gap"
          label={text.settings.featuresPlan}
          isChecked={form.featuresOfPlan}
          onChange={(_event, featuresOfPlan) => onChange({ featuresOfPlan })}
        />
      )}
      <FieldHelp id={`${field}-help`} hint={HINT[field]} fault={fault} />
    </FormGroup>
  );
}
