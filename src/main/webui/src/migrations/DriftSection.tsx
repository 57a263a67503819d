import { Alert, Button, Progress, Title } from '@patternfly/react-core';
import { ProblemAlert } from '../parts/ProblemState';
import { text } from '../text';
import { DriftTable } from './DriftTable';
import { type DriftWalk, useDriftWalk } from './useDriftWalk';

const { drift } = text.migrations;

/** @param tenants how many have tables of their own, once that is known */
export function DriftSection({ tenants }: { tenants: number | undefined }) {
  const { walk, start, stop } = useDriftWalk();
  return (
    <section className="console-section">
      <Title headingLevel="h2">{drift.title}</Title>
      <p className="console-gap">{drift.lead}</p>
      {/* One button: were there two, the focus would be lost with the one that goes. */}
      <Button
        variant="secondary"
        className="console-gap"
        onClick={walk?.state === 'running' ? stop : start}
      >
        {walk === undefined ? drift.start : walk.state === 'running' ? drift.stop : drift.again}
      </Button>
      {walk?.state === 'running' && <Running walk={walk} tenants={tenants} />}
      {walk && <Outcome walk={walk} />}
      {walk && walk.differing.length > 0 && <DriftTable differing={walk.differing} />}
    </section>
  );
}

function Running({ walk, tenants }: { walk: DriftWalk; tenants: number | undefined }) {
  const words = drift.checked(walk.checked, tenants);
  return (
    <div className="console-gap">
      <Progress
        id="drift"
        title={drift.progress}
        value={Math.min(walk.checked, tenants ?? 0)}
        max={Math.max(tenants ?? 0, 1)}
        label={words}
        valueText={words}
      />
    </div>
  );
}

function Outcome({ walk: { state, checked, differing, error } }: { walk: DriftWalk }) {
  if (state === 'failed') {
    return (
      <>
        <Result variant="warning" title={drift.failed(checked)} />
        <ProblemAlert error={error} />
      </>
    );
  }
  if (state === 'stopped') {
    return <Result variant="info" title={drift.stopped(checked)} />;
  }
  if (state === 'done' && differing.length > 0) {
    return <Result variant="danger" title={drift.some(differing.length, checked)} />;
  }
  return <Result variant="success" title={state === 'done' ? drift.none(checked) : undefined} />;
}

/** There from the start, so that what comes into it is read out. */
function Result({ variant, title }: { variant: 'success' | 'info' | 'warning' | 'danger'; title: string | undefined }) {
  return (
    <div role="status">
      {title !== undefined && (
        <Alert component="p" isInline variant={variant} title={title} className="console-gap" />
      )}
    </div>
  );
}
