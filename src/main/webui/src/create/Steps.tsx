import {
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Radio,
  TextInput,
} from '@patternfly/react-core';
import { useState } from 'react';
import { type Fact, FactList } from '../parts/FactList';
import { ISOLATIONS, PLANS } from '../api/types';
import { useConfig } from '../config';
import { text } from '../text';
import { type Draft, nameProblem } from './draft';
import { isNobody } from './firstAdministrator';
import { StepForm } from './StepForm';
import { subdomainProblem, suggestSubdomain } from './subdomain';
import { type Availability, isReady } from './useAvailability';

export interface StepProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

export function NameStep({ draft, onChange }: StepProps) {
  const [touched, setTouched] = useState(false);
  const problem = touched || draft.name !== '' ? nameProblem(draft.name) : undefined;
  return (
    <StepForm ready={nameProblem(draft.name) === undefined}>
      <FormGroup label={text.field.name} isRequired fieldId="name">
        <TextInput
          id="name"
          isRequired
          value={draft.name}
          aria-describedby="name-help"
          validated={problem ? 'error' : 'default'}
          onBlur={() => setTouched(true)}
          onChange={(_event, name) =>
            onChange({ name, ...(!draft.ownSubdomain && { subdomain: suggestSubdomain(name) }) })
          }
        />
        <Hint id="name-help" variant={problem && 'error'}>
          {problem ? text.create[problem] : text.create.nameHint}
        </Hint>
      </FormGroup>
    </StepForm>
  );
}

export function SubdomainStep(props: StepProps & { availability: Availability }) {
  const { draft, onChange, availability } = props;
  const { baseDomain } = useConfig();
  const problem = draft.subdomain === '' ? undefined : subdomainProblem(draft.subdomain);
  const bad = problem ?? (availability === 'taken' ? text.create.taken : undefined);
  return (
    <StepForm ready={isReady(draft.subdomain, availability)}>
      <FormGroup label={text.field.subdomain} isRequired fieldId="subdomain">
        <TextInput
          id="subdomain"
          isRequired
          value={draft.subdomain}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby="subdomain-help subdomain-state"
          validated={bad ? 'error' : availability === 'free' ? 'success' : 'default'}
          onChange={(_event, subdomain) => onChange({ subdomain, ownSubdomain: true })}
        />
        <Hint id="subdomain-help">{text.create.subdomainHint(baseDomain)}</Hint>
        <div id="subdomain-state" aria-live="polite">
          <State bad={bad} availability={availability} />
        </div>
        <Hint id="subdomain-final">{text.create.subdomainFinal}</Hint>
      </FormGroup>
    </StepForm>
  );
}

function State({ bad, availability }: { bad: string | undefined; availability: Availability }) {
  if (bad) {
    return <Hint variant="error">{bad}</Hint>;
  }
  switch (availability) {
    case 'checking':
      return <Hint variant="indeterminate">{text.create.checking}</Hint>;
    case 'free':
      return <Hint variant="success">{text.create.free}</Hint>;
    case 'unknown':
      return <Hint variant="warning">{text.create.unknown}</Hint>;
    default:
      return null;
  }
}

interface HintProps {
  id?: string;
  variant?: 'error' | 'success' | 'warning' | 'indeterminate' | undefined;
  children: string;
}

function Hint({ id, variant = undefined, children }: HintProps) {
  return (
    <FormHelperText>
      <HelperText>
        <HelperTextItem id={id} {...(variant && { variant })}>
          {children}
        </HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
}

export function PlanStep({ draft, onChange }: StepProps) {
  return (
    <StepForm ready>
      <FormGroup role="radiogroup" label={text.field.plan} fieldId="plan" isStack>
        {PLANS.map((plan) => (
          <Radio
            key={plan}
            id={`plan-${plan}`}
            name="plan"
            label={text.plan[plan]}
            description={text.planHint[plan]}
            isChecked={draft.plan === plan}
            onChange={() => onChange({ plan })}
          />
        ))}
      </FormGroup>
    </StepForm>
  );
}

export function IsolationStep({ draft, onChange }: StepProps) {
  return (
    <StepForm ready>
      <FormGroup role="radiogroup" label={text.field.isolation} fieldId="isolation" isStack>
        {[undefined, ...ISOLATIONS].map((isolation) => (
          <Radio
            key={isolation ?? 'default'}
            id={`isolation-${isolation ?? 'default'}`}
            name="isolation"
            label={text.isolation[isolation ?? 'default']}
            description={text.isolationHint[isolation ?? 'default']}
            isChecked={draft.isolation === isolation}
            onChange={() => onChange({ isolation })}
          />
        ))}
      </FormGroup>
    </StepForm>
  );
}

export function Review({ draft }: { draft: Draft }) {
  const { baseDomain } = useConfig();
  const entries: readonly Fact[] = [
    [text.field.name, draft.name.trim()],
    [text.field.address, `${draft.subdomain}.${baseDomain}`],
    [text.field.plan, text.plan[draft.plan]],
    [text.field.isolation, text.isolation[draft.isolation ?? 'default']],
    [text.firstAdministrator.step, administratorOf(draft)],
  ];
  return (
    <FactList isCompact={false} facts={entries} />
  );
}

function administratorOf({ administrator }: Draft): string {
  const { none, person } = text.firstAdministrator;
  return isNobody(administrator) ? none : person(administrator.name.trim(), administrator.email.trim());
}
