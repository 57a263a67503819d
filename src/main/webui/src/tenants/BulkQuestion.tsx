import { Form, FormGroup, Radio } from '@patternfly/react-core';
import { type Plan, PLANS, type Tenant } from '../api/types';
import { text } from '../text';
import type { BulkAction } from './bulk';

interface BulkQuestionProps {
  action: BulkAction;
  tenants: readonly Tenant[];
  plan: Plan | undefined;
  onPlan: (plan: Plan) => void;
}

/** What would be done, and to which tenants. */
export function BulkQuestion({ action, tenants, plan, onPlan }: BulkQuestionProps) {
  return (
    <>
      <p>{text.bulk.consequence[action]}</p>
      {action === 'plan' && (
        <Form className="console-gap" onSubmit={(event) => event.preventDefault()}>
          <FormGroup role="radiogroup" label={text.bulk.newPlan} fieldId="bulk-plan" isStack>
            {PLANS.map((each) => (
              <Radio
                key={each}
                id={`bulk-plan-${each}`}
                name="bulk-plan"
                label={text.plan[each]}
                description={text.planHint[each]}
                isChecked={plan === each}
                onChange={() => onPlan(each)}
              />
            ))}
          </FormGroup>
        </Form>
      )}
      <ul className="console-gap">
        {tenants.map((tenant) => (
          <li key={tenant.id}>
            {tenant.name} ({tenant.subdomain})
            {action === 'plan' && `, ${text.bulk.nowOn(text.plan[tenant.plan])}`}
          </li>
        ))}
      </ul>
    </>
  );
}
