import { Button, PageSection, Skeleton, Tooltip } from '@patternfly/react-core';
import { useEffect, useRef, useState } from 'react';
import { PageHeading } from '../app/PageHeading';
import { ProblemState } from '../parts/ProblemState';
import { StaleAlert } from '../parts/StaleAlert';
import { text } from '../text';
import { BehindTable } from './BehindTable';
import { DriftSection } from './DriftSection';
import { MigrateDialog } from './MigrateDialog';
import { useMigrations, useTellEnd } from './queries';
import { StateCards } from './StateCards';
import type { Migrations } from './types';

export function MigrationsPage() {
  const { data, error, refetch } = useMigrations();
  const [asked, setAsked] = useState(false);
  useEnding(data);
  return (
    <>
      <PageHeading
        title={text.migrations.title}
        actions={data && <StartButton migrations={data} onStart={() => setAsked(true)} />}
      />
      <PageSection hasBodyWrapper={false}>
        <p>{text.migrations.lead}</p>
        {error && !data ? (
          <ProblemState error={error} onRetry={() => void refetch()} />
        ) : (
          <>
            {error && <StaleAlert error={error} />}
            {data ? (
              <StateCards migrations={data} />
            ) : (
              <Skeleton height="14rem" className="console-gap" screenreaderText={text.state.loading} />
            )}
            <BehindTable running={data?.running ?? false} />
            <DriftSection tenants={data?.tenants} />
          </>
        )}
      </PageSection>
      {asked && data && <MigrateDialog migrations={data} onClose={() => setAsked(false)} />}
    </>
  );
}

/** Stays where it is when there is nothing to start: it has the focus when the dialog closes. */
function StartButton({ migrations, onStart }: { migrations: Migrations; onStart: () => void }) {
  const { running, behind } = migrations;
  return (
    <Tooltip
      content={running ? text.migrations.running : text.migrations.ready(behind)}
      // Within the page's landmarks, like all else that is read.
      appendTo={() => document.querySelector('main') ?? document.body}
    >
      <Button isAriaDisabled={running || behind === 0} isLoading={running} onClick={onStart}>
        {text.migrations.start}
      </Button>
    </Tooltip>
  );
}

/** Notices that migrations which were under way are no more. */
function useEnding(migrations: Migrations | undefined) {
  const tellEnd = useTellEnd();
  const ran = useRef(false);
  const running = migrations?.running;
  useEffect(() => {
    if (ran.current && running === false) {
      tellEnd();
    }
    ran.current = running ?? false;
  }, [running]);
}
