import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { text } from '../text';

export function StartFailed({ cause }: { cause: unknown }) {
  return (
    <main className="console-gate">
      <EmptyState status="danger" titleText={text.startFailed} headingLevel="h1">
        <EmptyStateBody>{cause instanceof Error ? cause.message : String(cause)}</EmptyStateBody>
      </EmptyState>
    </main>
  );
}
