import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';

interface SimpleColumn<Item> {
  title: string;
  cell: (item: Item) => ReactNode;
  /** As wide as what is in it, which is not broken: a number, a label. */
  narrow?: boolean;
}

interface SimpleTableProps<Item> {
  label: string;
  columns: readonly SimpleColumn<Item>[];
  items: readonly Item[];
  keyOf: (item: Item) => string;
}

/** A few rows that are all there. */
export function SimpleTable<Item>({ label, columns, items, keyOf }: SimpleTableProps<Item>) {
  return (
    <Table role="table" aria-label={label} variant="compact" gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          {columns.map(({ title, narrow }) => (
            <Th key={title} modifier={narrow ? 'fitContent' : 'wrap'}>
              {title}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {items.map((item) => (
          <Tr key={keyOf(item)}>
            {columns.map(({ title, cell, narrow }) => (
              <Td key={title} dataLabel={title} modifier={narrow ? 'nowrap' : 'breakWord'}>
                {cell(item)}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
