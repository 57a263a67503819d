import { Alert, Button, Card, CardBody, CardFooter, CardTitle, Content } from '@patternfly/react-core';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import type { Tenant } from '../../api/types';
import { ProblemAlert } from '../../parts/ProblemState';
import { text } from '../../text';
import { UnsavedGuard } from '../UnsavedGuard';
import { useExport } from './useExport';
import { KINDS, type Kind, type Progress } from './walk';

/** All of the tenant's data as a file, read by the browser. */
export function ExportCard({ tenant }: { tenant: Tenant }) {
  const { progress, error, stopped, start, stop } = useExport(tenant);
  const active = tenant.status === 'active';
  const { tenantExport } = text;
  return (
    <Card>
      <CardTitle component="h2">{tenantExport.title}</CardTitle>
      <CardBody>
        <Content>
          <p>{tenantExport.body}</p>
          <p>{tenantExport.snapshot}</p>
          {!active && <p>{tenantExport.inactive}</p>}
        </Content>
        {progress && <ProgressList progress={progress} />}
        {stopped && (
          <Alert component="p" isInline isLiveRegion variant="info" title={tenantExport.stopped} className="console-gap" />
        )}
        {error !== undefined && <ProblemAlert error={error} />}
      </CardBody>
      <CardFooter>
        {progress ? (
          <Button variant="secondary" isLoading onClick={stop}>
            {tenantExport.stop}
          </Button>
        ) : (
          <Button variant="secondary" icon={<DownloadIcon />} isDisabled={!active} onClick={start}>
            {tenantExport.start}
          </Button>
        )}
      </CardFooter>
      <UnsavedGuard active={progress !== undefined} body={tenantExport.leaving} />
    </Card>
  );
}

function ProgressList({ progress }: { progress: Progress }) {
  const { tenantExport } = text;
  const reached = KINDS.indexOf(progress.kind);
  const stateOf = (kind: Kind) => {
    const { waiting, reading, done } = tenantExport.states;
    const at = KINDS.indexOf(kind);
    return at < reached ? done : at === reached ? reading : waiting;
  };
  return (
    <ul aria-label={tenantExport.progress} className="console-list">
      {KINDS.map((kind) => (
        <li key={kind}>
          {tenantExport.kinds[kind]}: {tenantExport.count(progress.counts[kind])} · {stateOf(kind)}
        </li>
      ))}
    </ul>
  );
}
