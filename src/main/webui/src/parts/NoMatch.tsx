import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { text } from '../text';

interface NoMatchProps {
  title: string;
  body: string;
  onClear: () => void;
  headingLevel?: 'h2' | 'h3';
}

/** There may be something, but nothing that passes the filters. */
export function NoMatch({ title, body, onClear, headingLevel = 'h2' }: NoMatchProps) {
  return (
    <EmptyState titleText={title} headingLevel={headingLevel} icon={SearchIcon} {...(headingLevel === 'h3' && { variant: 'sm' })}>
      <EmptyStateBody>{body}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onClear}>
            {text.tenants.clear}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
