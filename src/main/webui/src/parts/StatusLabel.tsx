import { Label } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import ClockIcon from '@patternfly/react-icons/dist/esm/icons/clock-icon';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import InProgressIcon from '@patternfly/react-icons/dist/esm/icons/in-progress-icon';
import PauseCircleIcon from '@patternfly/react-icons/dist/esm/icons/pause-circle-icon';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import type { Progress, TenantStatus } from '../api/types';
import { text } from '../text';

const STATUS = {
  pending: { color: 'blue', icon: <ClockIcon /> },
  active: { color: 'green', icon: <CheckCircleIcon /> },
  suspended: { color: 'orange', icon: <PauseCircleIcon /> },
  deleted: { color: 'red', icon: <TrashIcon /> },
} as const;

const PROGRESS = {
  pending: { color: 'grey', icon: <ClockIcon /> },
  running: { color: 'blue', icon: <InProgressIcon /> },
  failed: { color: 'red', icon: <ExclamationCircleIcon /> },
  done: { color: 'green', icon: <CheckCircleIcon /> },
} as const;

export function StatusLabel({ status }: { status: TenantStatus }) {
  return (
    <Label isCompact variant="outline" {...STATUS[status]}>
      {text.status[status]}
    </Label>
  );
}

export function ProgressLabel({ progress }: { progress: Progress }) {
  return (
    <Label isCompact variant="outline" {...PROGRESS[progress]}>
      {text.progress[progress]}
    </Label>
  );
}
