import { Button, EmptyState, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { Component, type ReactNode } from 'react';
import { text } from '../text';

export function Crash() {
  return (
    <EmptyState status="danger" titleText={text.crash.title} headingLevel="h1">
      <EmptyStateBody>{text.crash.body}</EmptyStateBody>
      <EmptyStateFooter>
        <Button onClick={() => window.location.reload()}>{text.crash.reload}</Button>
      </EmptyStateFooter>
    </EmptyState>
  );
}

/** For what breaks outside of the router, which has boundaries of its own. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Crash /> : this.props.children;
  }
}
