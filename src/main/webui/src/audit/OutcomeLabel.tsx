import { Label } from '@patternfly/react-core';
import BanIcon from '@patternfly/react-icons/dist/esm/icons/ban-icon';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import { text } from '../text';
import { OUTCOMES } from './filters';

const LOOK = {
  success: { color: 'green', icon: <CheckCircleIcon /> },
  denied: { color: 'orange', icon: <BanIcon /> },
  failure: { color: 'red', icon: <ExclamationCircleIcon /> },
} as const;

export function OutcomeLabel({ outcome }: { outcome: string | undefined }) {
  const known = OUTCOMES.find((each) => each === outcome);
  // A later service may know more.
  return known ? (
    <Label isCompact variant="outline" {...LOOK[known]}>
      {text.audit.outcomes[known]}
    </Label>
  ) : (
    <>{outcome}</>
  );
}
