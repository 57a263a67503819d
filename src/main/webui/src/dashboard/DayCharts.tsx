import type { Series } from '../charts/series';
import { TimeChart } from '../charts/TimeChart';
import { text } from '../text';
import type { OverviewDay } from './types';

const { growth, changes, requests, errors } = text.dashboard;

const GROWTH: readonly Series<OverviewDay>[] = [{ label: growth.tenants, tone: 'main', of: (day) => day.tenants }];
const CHANGES: readonly Series<OverviewDay>[] = [
  { label: changes.created, tone: 'main', of: (day) => day.created },
  { label: changes.deleted, tone: 'other', of: (day) => day.deleted },
];
const REQUESTS: readonly Series<OverviewDay>[] = [{ label: requests.requests, tone: 'main', of: (day) => day.requests }];
const ERRORS: readonly Series<OverviewDay>[] = [
  { label: errors.errors, tone: 'bad', of: (day) => day.errors },
  { label: errors.refused, tone: 'other', of: (day) => day.refused },
];

/** Failures have a chart of their own: beside all requests they would be a line at the bottom. */
export function DayCharts({ days }: { days: readonly OverviewDay[] }) {
  return (
    <>
      <TimeChart title={growth.title} rows={days} series={GROWTH} />
      <TimeChart title={changes.title} rows={days} series={CHANGES} kind="bar" />
      <TimeChart title={requests.title} rows={days} series={REQUESTS} />
      <TimeChart title={errors.title} rows={days} series={ERRORS} />
    </>
  );
}
