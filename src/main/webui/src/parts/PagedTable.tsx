import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';
import { isPassing } from '../api/problems';
import { Pager } from './Pager';
import { ProblemState } from './ProblemState';
import { SkeletonRows } from './Rows';
import { StaleAlert } from './StaleAlert';
import type { Paging } from './usePaging';

interface PagedTableProps<Item> {
  label: string;
  empty: { title: string; body: string };
  columns: readonly { title: string; cell: (item: Item) => ReactNode }[];
  keyOf: (item: Item) => string;
  found: {
    data: { items: readonly Item[]; next: string | undefined } | undefined;
    error: unknown;
    refetch: () => unknown;
  };
  paging: Paging;
}

/** A table that is only read, page by page. */
export function PagedTable<Item>(props: PagedTableProps<Item>) {
  const { label, empty, columns, keyOf, found, paging } = props;
  const { data, error, refetch } = found;
  if (error && !(data && isPassing(error))) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data?.items.length === 0 && paging.cursor === '') {
    return (
      <EmptyState titleText={empty.title} headingLevel="h2">
        <EmptyStateBody>{empty.body}</EmptyStateBody>
      </EmptyState>
    );
  }
  return (
    <>
      {error != null && <StaleAlert error={error} />}
      <Table role="table" aria-label={label} variant="compact" gridBreakPoint="grid-lg" aria-busy={!data}>
        <Thead>
          <Tr>
            {columns.map(({ title }) => (
              <Th key={title} modifier="wrap">
                {title}
              </Th>
            ))}
          </Tr>
        </Thead>
        {data ? (
          <Tbody>
            {data.items.map((item) => (
              <Tr key={keyOf(item)}>
                {columns.map(({ title, cell }) => (
                  <Td key={title} dataLabel={title} modifier="breakWord">
                    {cell(item)}
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        ) : (
          <SkeletonRows columns={columns.length} />
        )}
      </Table>
      <Pager paging={paging} nextCursor={data?.next} />
    </>
  );
}
