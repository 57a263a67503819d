import { ExpandableSection } from '@patternfly/react-core';
import { Link } from 'react-router';
import { SimpleTable } from '../parts/SimpleTable';
import { text } from '../text';
import type { Drift } from './types';

const { drift } = text.migrations;

const COLUMNS = [
  {
    title: drift.subject,
    cell: ({ tenant }: Drift) =>
      tenant ? <Link to={`/tenants/${tenant.id}/overview`}>{tenant.name}</Link> : drift.shared,
  },
  { title: text.migrations.version, narrow: true, cell: ({ version }: Drift) => version },
  { title: drift.column, cell: (view: Drift) => <Differences view={view} /> },
];

export function DriftTable({ differing }: { differing: readonly Drift[] }) {
  return (
    <div className="console-gap">
      <SimpleTable label={drift.table} columns={COLUMNS} items={differing} keyOf={({ tenant }) => tenant?.id ?? ''} />
    </div>
  );
}

function Differences({ view: { differences } }: { view: Drift }) {
  if (differences.length === 0) {
    return drift.unnamed;
  }
  return (
    <ExpandableSection toggleText={drift.differences(differences.length)}>
      <ul className="console-bullets">
        {differences.map((difference) => (
          <li key={difference} className="console-id">
            {difference}
          </li>
        ))}
      </ul>
    </ExpandableSection>
  );
}
