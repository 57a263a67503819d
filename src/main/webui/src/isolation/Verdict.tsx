import { Alert } from '@patternfly/react-core';
import { type Fact, FactList } from '../parts/FactList';
import { When } from '../parts/When';
import { text } from '../text';
import { OUTCOMES, type Report } from './types';

const { verdict: titles, verdictBody: bodies, counts } = text.isolationReport;
const VARIANT = { isolated: 'success', broken: 'danger', inconclusive: 'warning', unknown: 'warning' } as const;

export function Verdict({ report }: { report: Report }) {
  const verdict = report.verdict ?? 'unknown';
  return (
    <>
      <Alert component="h2" isInline variant={VARIANT[verdict]} title={titles[verdict]}>
        {bodies[verdict]}
      </Alert>
      <Facts report={report} />
    </>
  );
}

function Facts({ report }: { report: Report }) {
  const { finishedAt, startedAt, canaries = [], checks = [] } = report;
  const sum = (field: 'trials' | (typeof OUTCOMES)[number]) =>
    checks.reduce((total, check) => total + (check[field] ?? 0), 0).toLocaleString('en');
  const entries: readonly Fact[] = [
    [text.isolationReport.made, <Made key="made" startedAt={startedAt} finishedAt={finishedAt} />],
    [text.isolationReport.among, canaries.length === 0 ? text.field.none : canaries.join(', ')],
    [counts.trials, sum('trials')],
    ...OUTCOMES.map((outcome): Fact => [counts[outcome], sum(outcome)]),
  ];
  return (
    <FactList facts={entries} className="console-gap" />
  );
}

function Made({ startedAt, finishedAt }: Pick<Report, 'startedAt' | 'finishedAt'>) {
  if (!finishedAt) {
    return text.field.none;
  }
  const millis = startedAt && Date.parse(finishedAt) - Date.parse(startedAt);
  return (
    <>
      <When at={finishedAt} /> {millis !== undefined && text.isolationReport.took(millis.toLocaleString('en'))}
    </>
  );
}
