import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  type DescriptionListProps,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';

/** What is known, and under which name. */
export type Fact = readonly [term: string, description: ReactNode];

interface FactListProps extends Pick<DescriptionListProps, 'className' | 'isCompact' | 'isHorizontal'> {
  facts: readonly Fact[];
}

export function FactList({ facts, className, isCompact = true, isHorizontal = true }: FactListProps) {
  return (
    <DescriptionList isCompact={isCompact} isHorizontal={isHorizontal} {...(className && { className })}>
      {facts.map(([term, description]) => (
        <DescriptionListGroup key={term}>
          <DescriptionListTerm>{term}</DescriptionListTerm>
          <DescriptionListDescription>{description}</DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  );
}
