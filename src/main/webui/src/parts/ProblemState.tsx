import { TenancyError } from '@aegisx/tenancy-client';
import {
  Alert,
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import LockIcon from '@patternfly/react-icons/dist/esm/icons/lock-icon';
import PauseCircleIcon from '@patternfly/react-icons/dist/esm/icons/pause-circle-icon';
import { codeOf } from '../api/problems';
import { useSession } from '../session/Session';
import { text } from '../text';
import { CopyableId } from './CopyButton';

const FORBIDDEN = new Set(['FORBIDDEN', 'TENANT_ACCESS_DENIED', 'FIELD_FORBIDDEN']);

export function Forbidden() {
  return (
    <EmptyState icon={LockIcon} titleText={text.state.forbidden} headingLevel="h2">
      <EmptyStateBody>{text.state.forbiddenBody}</EmptyStateBody>
    </EmptyState>
  );
}

/** Stands where something was to be shown, and says why it is not. */
export function ProblemState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { signIn } = useSession();
  const code = codeOf(error);
  if (code !== undefined && FORBIDDEN.has(code)) {
    return <Forbidden />;
  }
  if (code === 'TENANT_SUSPENDED') {
    return (
      <EmptyState icon={PauseCircleIcon} titleText={text.state.suspended} headingLevel="h2">
        <EmptyStateBody>{text.state.suspendedBody}</EmptyStateBody>
      </EmptyState>
    );
  }
  if (code === 'UNAUTHENTICATED') {
    return (
      <EmptyState status="warning" titleText={text.state.signedOut} headingLevel="h2">
        <EmptyStateFooter>
          <Button onClick={signIn}>{text.state.signInAgain}</Button>
        </EmptyStateFooter>
      </EmptyState>
    );
  }
  const { title, body, status } = wordsFor(code);
  return (
    <EmptyState status={status} titleText={title} headingLevel="h2">
      <EmptyStateBody>
        {body ?? <ProblemDetail error={error} />}
      </EmptyStateBody>
      {onRetry && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="secondary" onClick={onRetry}>
              {text.state.retry}
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}

function wordsFor(code: string | undefined) {
  if (code === 'NOT_FOUND') {
    return { title: text.state.missing, body: text.state.missingBody, status: 'warning' as const };
  }
  if (code === 'TENANT_NOT_FOUND') {
    return { title: text.state.gone, body: text.state.goneBody, status: 'warning' as const };
  }
  if (code === 'TENANT_NOT_READY') {
    return { title: text.state.notReady, body: text.state.notReadyBody, status: 'info' as const };
  }
  return { title: text.state.failed, body: undefined, status: 'danger' as const };
}

/** What went wrong, as the service says it, and by what to find it in the logs. */
export function ProblemDetail({ error }: { error: unknown }) {
  if (!(error instanceof TenancyError)) {
    return <p>{error instanceof Error ? error.message : String(error)}</p>;
  }
  return (
    <>
      <p>{error.message}</p>
      {error.violations.length > 0 && (
        <ul>
          {error.violations.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field}: {message}
            </li>
          ))}
        </ul>
      )}
      {error.requestId && (
        <div>
          {text.state.requestId}:{' '}
          <CopyableId value={error.requestId} what={text.state.requestId.toLowerCase()} />
        </div>
      )}
    </>
  );
}

/** For an action that failed, beside what started it. */
export function ProblemAlert({ error }: { error: unknown }) {
  const title = error instanceof TenancyError ? error.title : text.state.failed;
  return (
    <Alert component="p" variant="danger" isInline title={title} isLiveRegion className="console-gap">
      <ProblemDetail error={error} />
    </Alert>
  );
}
