import {
  ActionGroup,
  Button,
  Checkbox,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import { type Plan, PLANS } from '../../api/types';
import { ProblemAlert } from '../../parts/ProblemState';
import { text } from '../../text';
import type { VersionedTenant } from '../queries';
import { ConflictAlert } from './ConflictAlert';
import { faultOf, type LimitsField, type LimitsForm as Values } from './limits';
import { useLimits } from './useLimits';

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
  const { form, setForm, changed, save, discard, loadAgain, isConflict } = useLimits(found, onChanged);
  const valid = FIELDS.every((field) => faultOf(form, field) === undefined);
  const set = (change: Partial<Values>) => setForm({ ...form, ...change });
  return (
    <Form
      className="console-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid && changed && !save.isPending) {
          save.mutate();
        }
      }}
    >
      <PlanField plan={form.plan} onChange={(plan) => set({ plan })} />
      {FIELDS.map((field) => (
        <LimitField key={field} field={field} form={form} onChange={set} />
      ))}
      {isConflict ? <ConflictAlert onLoad={loadAgain} /> : save.error && <ProblemAlert error={save.error} />}
      <ActionGroup>
        <Button type="submit" isDisabled={!changed || !valid || save.isPending} isLoading={save.isPending}>
          {text.settings.save}
        </Button>
        <Button variant="link" isDisabled={!changed} onClick={discard}>
          {text.settings.discard}
        </Button>
      </ActionGroup>
    </Form>
  );
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
      <Help id="plan-help" hint={text.settings.planHint} />
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
      <Help id={`${field}-help`} hint={HINT[field]} fault={fault} />
    </FormGroup>
  );
}

export function Help({ id, hint, fault }: { id: string; hint: string; fault?: string | undefined }) {
  return (
    <FormHelperText>
      <HelperText id={id} isLiveRegion>
        <HelperTextItem variant={fault ? 'error' : 'default'}>{fault ?? hint}</HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
}
