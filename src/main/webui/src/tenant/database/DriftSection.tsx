import { Alert, Button, Content, Title } from '@patternfly/react-core';
import { type Fact, FactList } from '../../parts/FactList';
import type { Drift, Isolation } from '../../api/types';
import { CopyableId, CopyButton } from '../../parts/CopyButton';
import { ProblemAlert } from '../../parts/ProblemState';
import { When } from '../../parts/When';
import { text } from '../../text';
import { useDrift } from './queries';

interface DriftSectionProps {
  id: string;
  isolation: Isolation | undefined;
}

export function DriftSection({ id, isolation }: DriftSectionProps) {
  const { data, error, isFetching, refetch, dataUpdatedAt } = useDrift(id);
  const { database } = text;
  return (
    <section>
      <Title headingLevel="h2">{database.drift}</Title>
      <Content component="p">{database.driftLead}</Content>
      <Button variant="secondary" isLoading={isFetching} isDisabled={isFetching} onClick={() => void refetch()}>
        {isFetching ? database.comparing : data ? database.compareAgain : database.compare}
      </Button>
      {error && <ProblemAlert error={error} />}
      {data && !error && (
        <div className="console-gap">
          <Result drift={data} />
          {isolation === 'shared_database' && <p>{database.sharedTables}</p>}
          <div>
            {database.comparedAt} <When at={new Date(dataUpdatedAt).toISOString()} />
          </div>
        </div>
      )}
    </section>
  );
}

function Result({ drift }: { drift: Drift }) {
  const { database } = text;
  const id = (value: string, what: string) =>
    value === '' ? text.field.none : <CopyableId value={value} what={what.toLowerCase()} />;
  const facts: readonly Fact[] = [
    [database.version, drift.version],
    [database.fingerprint, id(drift.fingerprint, database.fingerprint)],
    [database.expected, id(drift.expected, database.expected)],
  ];
  return (
    <>
      <Alert
        component="p"
        isInline
        isLiveRegion
        variant={drift.differs ? 'warning' : 'success'}
        title={drift.differs ? database.differs(drift.differences.length) : database.same}
      >
        {drift.differs && (
          <>
            <ul aria-label={database.differences} className="console-list">
              {drift.differences.map((difference) => (
                <li key={difference} className="console-id">{difference}</li>
              ))}
            </ul>
            <CopyButton value={drift.differences.join('\n')} what={database.copyDifferences} />
          </>
        )}
      </Alert>
      <FactList isHorizontal={false} className="console-gap" facts={facts} />
    </>
  );
}
