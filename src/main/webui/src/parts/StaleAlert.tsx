import { Alert } from '@patternfly/react-core';
import { text } from '../text';
import { ProblemDetail } from './ProblemState';

/** Stands above what was there before, when it could not be had anew. */
export function StaleAlert({ error }: { error: unknown }) {
  return (
    <Alert component="p" variant="warning" isInline isLiveRegion title={text.state.stale} className="console-gap">
      <ProblemDetail error={error} />
    </Alert>
  );
}
