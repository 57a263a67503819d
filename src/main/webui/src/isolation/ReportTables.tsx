import { EmptyState, EmptyStateBody, Title } from '@patternfly/react-core';
import { NoMatch } from '../parts/NoMatch';
import { SimpleTable } from '../parts/SimpleTable';
import { text } from '../text';
import { type FilterControl, isFiltered, matchingChecks, matchingFindings } from './filters';
import { OutcomeLabel } from './OutcomeLabel';
import { OUTCOMES, type Report, type Summary, type Trial } from './types';

const { checks: probes, findings: found, counts } = text.isolationReport;

const PROBE_COLUMNS = [
  { title: probes.probe, cell: ({ check }: Summary) => check && text.isolationReport.probe[check] },
  { title: probes.claim, cell: ({ claim }: Summary) => claim },
  { title: counts.trials, narrow: true, cell: ({ trials = 0 }: Summary) => trials.toLocaleString('en') },
  ...OUTCOMES.map((outcome) => ({
    title: counts[outcome],
    narrow: true,
    // Zeros are most of what there is to see; a label marks what is not.
    cell: (summary: Summary) => (summary[outcome] ? <OutcomeLabel outcome={outcome} count={summary[outcome]} /> : '0'),
  })),
];

const FINDING_COLUMNS = [
  { title: probes.probe, cell: ({ check }: Trial) => check && text.isolationReport.probe[check] },
  { title: found.what, cell: ({ what }: Trial) => what },
  { title: found.outcome, narrow: true, cell: ({ outcome }: Trial) => outcome && <OutcomeLabel outcome={outcome} /> },
  { title: found.detail, cell: ({ detail }: Trial) => detail },
];

interface ReportTablesProps {
  report: Report;
  control: FilterControl;
}

export function ReportTables({ report, control }: ReportTablesProps) {
  const checks = matchingChecks(report.checks ?? [], control.filters);
  return (
    <>
      <section className="console-section">
        <Title headingLevel="h2">{found.title}</Title>
        <Findings report={report} control={control} />
      </section>
      <section className="console-section">
        <Title headingLevel="h2">{probes.title}</Title>
        {checks.length === 0 ? (
          <NoMatch headingLevel="h3" title={text.isolationReport.noProbe} body={text.isolationReport.noProbeBody} onClear={control.clear} />
        ) : (
          <SimpleTable label={probes.table} columns={PROBE_COLUMNS} items={checks} keyOf={({ check }) => check ?? ''} />
        )}
      </section>
    </>
  );
}

function Findings({ report, control }: ReportTablesProps) {
  const all = report.findings ?? [];
  const findings = matchingFindings(all, control.filters);
  if (findings.length > 0) {
    return (
      <SimpleTable
        label={found.table}
        columns={FINDING_COLUMNS}
        items={findings}
        keyOf={({ check, what, detail }) => `${check} ${what} ${detail}`}
      />
    );
  }
  if (isFiltered(control.filters)) {
    return <NoMatch headingLevel="h3" title={found.noMatch} body={found.noMatchBody} onClear={control.clear} />;
  }
  const held = (report.checks ?? []).reduce((sum, check) => sum + (check.held ?? 0), 0);
  return (
    <EmptyState titleText={found.none} headingLevel="h3" variant="sm">
      <EmptyStateBody>{found.noneBody(held)}</EmptyStateBody>
    </EmptyState>
  );
}
