import { Skeleton } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { isPassing } from '../api/problems';
import { text } from '../text';
import { ProblemState } from './ProblemState';
import { StaleAlert } from './StaleAlert';

interface AnsweredProps<Data> {
  found: { data: Data | undefined; error: unknown; refetch: () => unknown };
  /** Of what stands there until the answer does. */
  height?: string;
  children: (data: Data) => ReactNode;
}

/** What was asked for, once it is there. It stays when it could not be had anew, unless it may not be seen any more. */
export function Answered<Data>({ found: { data, error, refetch }, height = '10rem', children }: AnsweredProps<Data>) {
  if (error && !(data !== undefined && isPassing(error))) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton height={height} className="console-gap" screenreaderText={text.state.loading} />;
  }
  return (
    <>
      {error != null && <StaleAlert error={error} />}
      {children(data)}
    </>
  );
}
