import { Checkbox } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, type ThProps, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Tenant } from '../api/types';
import { CopyButton } from '../parts/CopyButton';
import { SkeletonRows } from '../parts/Rows';
import { StatusLabel } from '../parts/StatusLabel';
import { When } from '../parts/When';
import { text } from '../text';
import type { Column } from './columns';
import { directionOf, isSortable, SORTABLE, type Sortable, type SortControl } from './sort';

const CELL: Record<Column, (tenant: Tenant) => ReactNode> = {
  subdomain: (tenant) => tenant.subdomain,
  status: (tenant) => <StatusLabel status={tenant.status} />,
  plan: (tenant) => text.plan[tenant.plan],
  isolation: (tenant) => text.isolation[tenant.isolation],
  createdAt: (tenant) => <When at={tenant.createdAt} />,
  updatedAt: (tenant) => <When at={tenant.updatedAt} />,
};

interface TenantTableProps {
  /** Undefined while they are on their way. */
  tenants: readonly Tenant[] | undefined;
  sort: SortControl;
  columns: readonly Column[];
  selected: ReadonlySet<string>;
  onSelect: (tenants: readonly Tenant[], selected: boolean) => void;
}

export function TenantTable({ tenants, sort, columns, selected, onSelect }: TenantTableProps) {
  const all = tenants !== undefined && tenants.length > 0 && tenants.every((each) => selected.has(each.id));
  return (
    <Table
      role="table"
      aria-label={text.tenants.table}
      variant="compact"
      gridBreakPoint="grid-lg"
      className="console-tight"
      aria-busy={!tenants}
    >
      <Thead>
        <Tr>
          <Th modifier="fitContent">
            <Checkbox
              id="select-all"
              aria-label={text.tenants.selectAll}
              isChecked={all}
              isDisabled={!tenants}
              onChange={(_event, on) => onSelect(tenants ?? [], on)}
            />
          </Th>
          <Th modifier="nowrap" {...sortOn('name', sort)}>{text.field.name}</Th>
          {columns.map((column) => (
            <Th key={column} modifier="nowrap" {...(isSortable(column) && sortOn(column, sort))}>
              {text.field[column]}
            </Th>
          ))}
          <Th screenReaderText={text.field.id} />
        </Tr>
      </Thead>
      {tenants ? (
        <Tbody>
          {tenants.map((tenant) => (
            <Tr key={tenant.id}>
              <Td dataLabel={text.tenants.selectColumn} modifier="fitContent">
                {/* The table's own checkboxes are all called "Select row". */}
                <Checkbox
                  id={`select-${tenant.id}`}
                  aria-label={text.tenants.select(tenant.name)}
                  isChecked={selected.has(tenant.id)}
                  onChange={(_event, on) => onSelect([tenant], on)}
                />
              </Td>
              <Td dataLabel={text.field.name} modifier="breakWord">
                <Link to={`/tenants/${tenant.id}`}>{tenant.name}</Link>
              </Td>
              {columns.map((column) => (
                <Td key={column} dataLabel={text.field[column]}>
                  {CELL[column](tenant)}
                </Td>
              ))}
              <Td dataLabel={text.field.id} modifier="fitContent">
                <CopyButton value={tenant.id} what={`${text.field.id} ${tenant.name}`} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      ) : (
        <SkeletonRows columns={columns.length + 3} />
      )}
    </Table>
  );
}

/** Makes a heading a button that sorts by its column, and the other way round when it is pressed again. */
function sortOn(column: Sortable, { sort, set }: SortControl): Pick<ThProps, 'sort'> {
  const direction = directionOf(sort, column);
  const columnIndex = SORTABLE.indexOf(column);
  return {
    sort: {
      columnIndex,
      sortBy: direction ? { index: columnIndex, direction } : {},
      onSort: () => set(direction === 'asc' ? `-${column}` : column),
    },
  };
}
