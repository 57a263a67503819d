import {
  Card,
  CardBody,
  CardTitle,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import { Link } from 'react-router';
import { ISOLATIONS, PLANS, STATUSES } from '../api/types';
import { text } from '../text';
import type { Overview } from './types';

/** How many there are of each kind; each number leads to the list of those. */
export function TenantsCard({ tenants }: { tenants: Overview['tenants'] }) {
  return (
    <Card className="console-wide">
      <CardTitle component="h2">{text.dashboard.tenants.title}</CardTitle>
      <CardBody>
        <p>{text.dashboard.tenants.total(tenants.total.toLocaleString('en'))}</p>
        <div className="console-cards console-cards-small console-gap">
          <Counts filter="status" values={STATUSES} counts={tenants.byStatus} />
          <Counts filter="plan" values={PLANS} counts={tenants.byPlan} />
          <Counts filter="isolation" values={ISOLATIONS} counts={tenants.byIsolation} />
        </div>
      </CardBody>
    </Card>
  );
}

interface CountsProps<Value extends string> {
  filter: 'status' | 'plan' | 'isolation';
  values: readonly Value[];
  counts: Partial<Record<Value, number>>;
}

function Counts<Value extends string>({ filter, values, counts }: CountsProps<Value>) {
  const labels: Record<string, string> = text[filter];
  return (
    <section>
      <h3 className="console-strong">{text.field[filter]}</h3>
      <DescriptionList isHorizontal isCompact className="console-gap-small">
        {values.map((value) => (
          <DescriptionListGroup key={value}>
            <DescriptionListTerm>
              <Link to={`/tenants?${filter}=${value}`}>{labels[value]}</Link>
            </DescriptionListTerm>
            <DescriptionListDescription>{(counts[value] ?? 0).toLocaleString('en')}</DescriptionListDescription>
          </DescriptionListGroup>
        ))}
      </DescriptionList>
    </section>
  );
}
