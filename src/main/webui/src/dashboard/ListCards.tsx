import { Card, CardBody, CardTitle, Progress } from '@patternfly/react-core';
import { Link } from 'react-router';
import { SimpleTable } from '../parts/SimpleTable';
import { When } from '../parts/When';
import { bytes } from '../parts/bytes';
import { text } from '../text';
import type { Busy, NearQuota, Stuck } from './types';

const { busiest: busy, quota, provisioning: stuck } = text.dashboard;
const FULL = 100;
/** How many the service tells of at most. */
const MOST = 10;

const BUSY_COLUMNS = [
  { title: text.field.name, cell: ({ tenant }: Busy) => <Link to={`/tenants/${tenant.id}/overview`}>{tenant.name}</Link> },
  { title: busy.requests, narrow: true, cell: ({ requests }: Busy) => requests.toLocaleString('en') },
  { title: busy.errors, narrow: true, cell: ({ errors }: Busy) => errors.toLocaleString('en') },
  { title: busy.refused, narrow: true, cell: ({ refused }: Busy) => refused.toLocaleString('en') },
];

export function BusiestCard({ busiest }: { busiest: readonly Busy[] }) {
  return (
    <Card className="console-chart">
      <CardTitle component="h2">{busy.title}</CardTitle>
      <CardBody>
        {busiest.length === 0 ? (
          <p>{busy.empty}</p>
        ) : (
          <SimpleTable label={busy.table} columns={BUSY_COLUMNS} items={busiest} keyOf={({ tenant }) => tenant.id} />
        )}
        <More shown={busiest.length} />
      </CardBody>
    </Card>
  );
}

export function QuotaCard({ nearQuota }: { nearQuota: readonly NearQuota[] }) {
  return (
    <Card className="console-chart">
      <CardTitle component="h2">{quota.title}</CardTitle>
      <CardBody>
        {nearQuota.length === 0 ? (
          <p>{quota.empty}</p>
        ) : (
          <ul>
            {nearQuota.map((near) => (
              <li key={`${near.tenant.id} ${near.quota}`} className="console-gap">
                <Link to={`/tenants/${near.tenant.id}/usage`}>{near.tenant.name}</Link>
                <Fullness near={near} />
              </li>
            ))}
          </ul>
        )}
        <More shown={nearQuota.length} />
      </CardBody>
    </Card>
  );
}

function Fullness({ near }: { near: NearQuota }) {
  const { tenant, used, limit } = near;
  // A quota of nothing is full, whatever is used.
  const share = limit > 0 ? (used / limit) * FULL : FULL;
  const show = (amount: number) => (near.quota === 'storage' ? bytes(amount) : amount.toLocaleString('en'));
  const words = quota.of(show(used), show(limit), `${Math.floor(share)} %`);
  return (
    <Progress
      id={`quota-${tenant.id}-${near.quota}`}
      title={quota[near.quota]}
      value={Math.min(FULL, share)}
      label={words}
      valueText={words}
      variant={share >= FULL ? 'danger' : 'warning'}
    />
  );
}

const STUCK_COLUMNS = [
  { title: text.field.name, cell: ({ tenant }: Stuck) => <Link to={`/tenants/new/${tenant.id}`}>{tenant.name}</Link> },
  { title: stuck.step, cell: ({ step }: Stuck) => (step === undefined ? text.field.none : (text.provisioning.steps[step] ?? step)) },
  { title: stuck.error, cell: ({ error }: Stuck) => error },
  { title: stuck.attempts, narrow: true, cell: ({ attempts }: Stuck) => attempts.toLocaleString('en') },
  { title: stuck.next, narrow: true, cell: ({ nextAttemptAt }: Stuck) => (nextAttemptAt ? <When at={nextAttemptAt} /> : stuck.noNext) },
];

export function ProvisioningCard({ provisioning }: { provisioning: readonly Stuck[] }) {
  return (
    <Card className="console-wide">
      <CardTitle component="h2">{stuck.title}</CardTitle>
      <CardBody>
        {provisioning.length === 0 ? (
          <p>{stuck.empty}</p>
        ) : (
          <SimpleTable label={stuck.table} columns={STUCK_COLUMNS} items={provisioning} keyOf={({ tenant }) => tenant.id} />
        )}
        <More shown={provisioning.length} />
      </CardBody>
    </Card>
  );
}

function More({ shown }: { shown: number }) {
  return shown >= MOST && <p className="console-gap">{text.dashboard.most(MOST)}</p>;
}
