import { Progress } from '@patternfly/react-core';
import { Answered } from '../parts/Answered';
import { type Fact, FactList } from '../parts/FactList';
import type { Usage } from '../api/types';
import { bytes } from '../parts/bytes';
import { When } from '../parts/When';
import { text } from '../text';
import { useUsage } from './queries';
import { UsageHistory } from './UsageHistory';

const NEARLY = 80;
const FULL = 100;

export function UsageTab({ id }: { id: string }) {
  return (
    <>
      <Today id={id} />
      <UsageHistory id={id} />
    </>
  );
}

function Today({ id }: { id: string }) {
  const found = useUsage(id);
  return <Answered found={found}>{(usage) => <TodayOf usage={usage} />}</Answered>;
}

function TodayOf({ usage: data }: { usage: Usage }) {
  return (
    <div className="console-columns">
      <div>
        <Quota label={text.usage.users} quota={data.users} show={(count) => count.toLocaleString('en')} />
        <div className="console-gap">
          <Quota label={text.usage.storage} quota={data.storageBytes} show={bytes} />
        </div>
        {data.measuredAt && (
          <div>
            {text.usage.measured} <When at={data.measuredAt} />
          </div>
        )}
      </div>
      <Requests requests={data.requests} />
    </div>
  );
}

interface QuotaProps {
  label: string;
  quota: Usage['users'];
  show: (amount: number) => string;
}

function Quota({ label, quota, show }: QuotaProps) {
  const used = quota?.used ?? 0;
  const limit = quota?.limit;
  const share = shareOf(used, limit);
  const words = text.usage.of(show(used), limit === undefined ? text.usage.unlimited : show(limit));
  // The icon that comes with a variant says what its colour does.
  const variant = share >= FULL ? 'danger' : share >= NEARLY ? 'warning' : undefined;
  return (
    <Progress
      id={`usage-${label}`}
      title={label}
      value={share}
      label={words}
      valueText={words}
      {...(variant && { variant })}
    />
  );
}

function shareOf(used: number, limit: number | undefined): number {
  if (limit === undefined) {
    return 0;
  }
  // A quota of nothing is full, whatever is used.
  return limit === 0 ? FULL : Math.min(FULL, (used / limit) * FULL);
}

function Requests({ requests }: { requests: Usage['requests'] }) {
  const count = (amount = 0) => amount.toLocaleString('en');
  const limit = (amount: number | undefined) => (amount === undefined ? text.usage.unlimited : count(amount));
  const facts: readonly Fact[] = [
    [text.usage.requests, count(requests?.today)],
    [text.usage.errors, count(requests?.errors)],
    [text.usage.refused, count(requests?.refused)],
    [text.usage.rate, limit(requests?.limitPerSecond)],
    [text.usage.burst, limit(requests?.burst)],
    [text.usage.concurrent, limit(requests?.concurrent)],
  ];
  return (
    <FactList facts={facts} />
  );
}
