import { Label } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import ClockIcon from '@patternfly/react-icons/dist/esm/icons/clock-icon';
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import type { StorageState } from '../../api/types';
import { text } from '../../text';

const LOOK = {
  current: { color: 'green', icon: <CheckCircleIcon /> },
  behind: { color: 'orange', icon: <ExclamationTriangleIcon /> },
  none: { color: 'grey', icon: <ClockIcon /> },
} as const;

export function StorageLabel({ state }: { state: StorageState }) {
  return (
    <Label isCompact variant="outline" {...LOOK[state]}>
      {text.database.states[state]}
    </Label>
  );
}
