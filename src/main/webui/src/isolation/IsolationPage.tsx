import { Button, Flex, PageSection, Skeleton, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import { PageHeading } from '../app/PageHeading';
import { save } from '../parts/save';
import { ProblemAlert, ProblemState } from '../parts/ProblemState';
import { StaleAlert } from '../parts/StaleAlert';
import { FilterMenu } from '../parts/FilterMenu';
import { text } from '../text';
import { type FilterControl, isFiltered, useFilters } from './filters';
import { useProve, useReport } from './queries';
import { ReportTables } from './ReportTables';
import { CHECKS, OUTCOMES, type Report } from './types';
import { Verdict } from './Verdict';

export function IsolationPage() {
  const { data, error, refetch } = useReport();
  const prove = useProve();
  const control = useFilters();
  return (
    <>
      <PageHeading
        title={text.isolationReport.title}
        actions={
          <Flex>
            {data && <Download report={data} />}
            <Button isDisabled={prove.isPending} isLoading={prove.isPending} onClick={() => prove.mutate()}>
              {prove.isPending ? text.isolationReport.proving : text.isolationReport.prove}
            </Button>
          </Flex>
        }
      />
      <PageSection hasBodyWrapper={false}>
        <p>{text.isolationReport.lead}</p>
        {prove.error && <ProblemAlert error={prove.error} />}
        {error && !data ? (
          <ProblemState error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <div className="console-gap">
            {error && <StaleAlert error={error} />}
            <Verdict report={data} />
            <FilterBar control={control} />
            <ReportTables report={data} control={control} />
          </div>
        ) : (
          <Skeleton height="14rem" className="console-gap" screenreaderText={text.state.loading} />
        )}
      </PageSection>
    </>
  );
}

function Download({ report }: { report: Report }) {
  const name = `isolation-${(report.finishedAt ?? 'report').replaceAll(':', '-')}.json`;
  return (
    <Button
      variant="secondary"
      icon={<DownloadIcon />}
      onClick={() => save(name, `${JSON.stringify(report, null, 2)}\n`, 'application/json')}
    >
      {text.isolationReport.download}
    </Button>
  );
}

function FilterBar({ control: { filters, set, clear } }: { control: FilterControl }) {
  const { findings, checks, outcome, probe } = text.isolationReport;
  return (
    <Toolbar aria-label={text.isolationReport.filters} className="console-gap">
      <ToolbarContent>
        <ToolbarItem>
          <FilterMenu field={findings.outcome} values={OUTCOMES} labels={outcome} value={filters.outcome} onChange={(value) => set('outcome', value)} />
        </ToolbarItem>
        <ToolbarItem>
          <FilterMenu field={checks.probe} values={CHECKS} labels={probe} value={filters.probe} onChange={(value) => set('probe', value)} />
        </ToolbarItem>
        {isFiltered(filters) && (
          <ToolbarItem>
            <Button variant="link" onClick={clear}>
              {text.tenants.clear}
            </Button>
          </ToolbarItem>
        )}
      </ToolbarContent>
    </Toolbar>
  );
}
