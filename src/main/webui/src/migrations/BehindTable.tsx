import { Title } from '@patternfly/react-core';
import { Link } from 'react-router';
import { PagedTable } from '../parts/PagedTable';
import { usePaging } from '../parts/usePaging';
import { When } from '../parts/When';
import { text } from '../text';
import { useBehind } from './queries';
import type { Behind } from './types';

const { list } = text.migrations;

const COLUMNS = [
  {
    title: text.field.name,
    cell: ({ tenant }: Behind) => <Link to={`/tenants/${tenant.id}/overview`}>{tenant.name}</Link>,
  },
  { title: text.field.isolation, cell: ({ isolation }: Behind) => text.isolation[isolation] },
  { title: text.migrations.version, cell: ({ version }: Behind) => version ?? text.migrations.noVersion },
  { title: list.error, cell: ({ error }: Behind) => error ?? text.field.none },
  { title: list.migratedAt, cell: ({ migratedAt }: Behind) => (migratedAt ? <When at={migratedAt} /> : list.never) },
];

export function BehindTable({ running }: { running: boolean }) {
  const paging = usePaging();
  const found = useBehind(paging.query, running);
  return (
    <section className="console-section">
      <Title headingLevel="h2">{list.title}</Title>
      <PagedTable
        label={list.table}
        empty={{ title: list.empty, body: list.emptyBody }}
        columns={COLUMNS}
        keyOf={({ tenant }) => tenant.id}
        found={found}
        paging={paging}
      />
    </section>
  );
}
