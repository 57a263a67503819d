import { nextCursor } from '@aegisx/tenancy-client';
import { PageSection } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import type { Tenant } from '../api/types';
import { PageHeading } from '../app/PageHeading';
import { PagedTable } from '../parts/PagedTable';
import { StatusLabel } from '../parts/StatusLabel';
import { usePaging } from '../parts/usePaging';
import { text } from '../text';

const COLUMNS = [
  {
    title: text.field.name,
    cell: (tenant: Tenant) => <Link to={`/tenants/${tenant.id}`}>{tenant.name}</Link>,
  },
  { title: text.field.subdomain, cell: (tenant: Tenant) => tenant.subdomain },
  { title: text.field.status, cell: (tenant: Tenant) => <StatusLabel status={tenant.status} /> },
  { title: text.field.plan, cell: (tenant: Tenant) => text.plan[tenant.plan] },
];

/** The tenants that somebody may enter, to choose from. */
export function MinePage() {
  const client = usePlatformClient();
  const paging = usePaging();
  const found = useQuery({
    queryKey: keys.mine(`${paging.limit} ${paging.cursor}`),
    queryFn: async ({ signal }) => {
      const params = { query: paging.query };
      const { data, response } = await client.GET('/tenants/mine', { params, signal });
      return { items: data, next: nextCursor(response) };
    },
  });
  return (
    <>
      <PageHeading title={text.mine.title} />
      <PageSection hasBodyWrapper={false}>
        <p>{text.mine.lead}</p>
        <PagedTable
          label={text.mine.title}
          empty={{ title: text.mine.empty, body: text.mine.emptyBody }}
          columns={COLUMNS}
          keyOf={(tenant) => tenant.id}
          found={found}
          paging={paging}
        />
      </PageSection>
    </>
  );
}
