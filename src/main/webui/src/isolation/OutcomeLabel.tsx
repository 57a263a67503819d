import { Label } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import QuestionCircleIcon from '@patternfly/react-icons/dist/esm/icons/question-circle-icon';
import { text } from '../text';
import type { Outcome } from './types';

const LOOK = {
  held: { color: 'green', icon: <CheckCircleIcon /> },
  broken: { color: 'red', icon: <ExclamationCircleIcon /> },
  inconclusive: { color: 'orange', icon: <QuestionCircleIcon /> },
} as const;

export function OutcomeLabel({ outcome, count }: { outcome: Outcome; count?: number }) {
  return (
    <Label isCompact variant="outline" {...LOOK[outcome]}>
      {count === undefined ? text.isolationReport.outcome[outcome] : count.toLocaleString('en')}
    </Label>
  );
}
