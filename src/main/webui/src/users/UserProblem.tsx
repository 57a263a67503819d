import { Alert } from '@patternfly/react-core';
import { codeOf } from '../api/problems';
import { ProblemAlert, ProblemDetail } from '../parts/ProblemState';
import { text } from '../text';

/** Explains what can be explained better than the service does. */
export function UserProblem({ error }: { error: unknown }) {
  switch (codeOf(error)) {
    case 'QUOTA_EXCEEDED':
      return (
        <Alert component="p" variant="warning" isInline isLiveRegion title={text.users.fullTitle}>
          <p>{text.users.fullBody}</p>
          <ProblemDetail error={error} />
        </Alert>
      );
    case 'NOT_FOUND':
      return <Alert component="p" variant="warning" isInline isLiveRegion title={text.users.gone} />;
    default:
      return <ProblemAlert error={error} />;
  }
}
