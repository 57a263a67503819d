import { Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { text } from '../text';

interface PageHeadingProps {
  title: string;
  /** What stands beside the title, such as a status. */
  aside?: ReactNode;
  actions?: ReactNode;
  breadcrumb?: ReactNode;
  /** Takes the focus when this changes: the path, unless parts of the page have paths of their own. */
  focusKey?: string;
}

/**
 * The heading of a page. After a navigation it takes the focus, as a browser would start at the top of
 * a page that it loads: else whoever uses a screen reader would not notice that there is another one.
 */
export function PageHeading({ title, aside, actions, breadcrumb, focusKey }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  useEffect(() => {
    document.title = text.titleOf(title);
  }, [title]);
  const page = focusKey ?? pathname;
  const first = key === 'default';
  useEffect(() => {
    if (!first) {
      heading.current?.focus();
    }
    // A query changes by filtering and paging, which must not take the focus away from its control.
  }, [page]);
  return (
    <PageSection hasBodyWrapper={false}>
      {breadcrumb}
      <Flex>
        <FlexItem>
          <Title headingLevel="h1" tabIndex={-1} ref={heading}>
            {title}
          </Title>
        </FlexItem>
        {aside && <FlexItem>{aside}</FlexItem>}
        {actions && <FlexItem align={{ default: 'alignRight' }}>{actions}</FlexItem>}
      </Flex>
    </PageSection>
  );
}
