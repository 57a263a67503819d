import { nextCursor } from '@aegisx/tenancy-client';
import { Button, EmptyState, EmptyStateBody, PageSection } from '@patternfly/react-core';
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { NoMatch } from '../parts/NoMatch';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import { isPassing } from '../api/problems';
import type { Tenant } from '../api/types';
import { PageHeading } from '../app/PageHeading';
import { Pager } from '../parts/Pager';
import { ProblemAlert, ProblemState } from '../parts/ProblemState';
import { StaleAlert } from '../parts/StaleAlert';
import { usePaging } from '../parts/usePaging';
import { text } from '../text';
import type { BulkAction } from './bulk';
import { BulkDialog } from './BulkDialog';
import { useColumns } from './columns';
import { type Filters, isFiltered, useFilters } from './filters';
import { type Sort, useSort } from './sort';
import { TenantsToolbar } from './TenantsToolbar';
import { TenantTable } from './TenantTable';

const NONE: ReadonlyMap<string, Tenant> = new Map();

export function TenantsPage() {
  const control = useFilters();
  const sort = useSort();
  const paging = usePaging();
  const [columns, toggleColumn] = useColumns();
  const [selected, setSelected] = useState(NONE);
  const [bulk, setBulk] = useState<BulkAction>();
  const [exportError, setExportError] = useState<unknown>();
  const { data, error, refetch } = useTenants(control.filters, sort.sort, paging.query);
  const navigate = useNavigate();
  const stale = error && data && isPassing(error);

  const select = (tenants: readonly Tenant[], on: boolean) =>
    setSelected((now) => {
      const next = new Map(now);
      tenants.forEach((tenant) => (on ? next.set(tenant.id, tenant) : next.delete(tenant.id)));
      return next;
    });

  return (
    <>
      <PageHeading
        title={text.tenants.title}
        actions={
          <Button icon={<PlusCircleIcon />} onClick={() => void navigate('/tenants/new')}>
            {text.frame.createTenant}
          </Button>
        }
      />
      <PageSection hasBodyWrapper={false}>
        <TenantsToolbar
          control={control}
          sort={sort}
          columns={columns}
          onToggleColumn={toggleColumn}
          selected={[...selected.values()]}
          onBulk={setBulk}
          onExportError={setExportError}
        />
        {exportError !== undefined && <ProblemAlert error={exportError} />}
        {stale && <StaleAlert error={error} />}
        {error && !stale ? (
          <ProblemState error={error} onRetry={() => void refetch()} />
        ) : data?.tenants.length === 0 ? (
          <Nothing filtered={isFiltered(control.filters)} onClear={control.clear} />
        ) : (
          <TenantTable
            tenants={data?.tenants}
            sort={sort}
            columns={columns}
            selected={new Set(selected.keys())}
            onSelect={select}
          />
        )}
        <Pager paging={paging} nextCursor={data?.next} />
      </PageSection>
      {bulk && (
        <BulkDialog
          action={bulk}
          tenants={[...selected.values()]}
          onClose={(done) => {
            setBulk(undefined);
            setSelected((now) => (done ? NONE : now));
          }}
        />
      )}
    </>
  );
}

function useTenants(filters: Filters, sort: Sort | undefined, page: { limit: number; cursor?: string }) {
  const client = usePlatformClient();
  return useQuery({
    queryKey: keys.tenantPage(filters, sort, page),
    queryFn: async ({ signal }) => {
      const query = { ...filters, ...(sort && { sort }), ...page };
      const { data, response } = await client.GET('/tenants', { params: { query }, signal });
      return { tenants: data, next: nextCursor(response) };
    },
    // What was there stays until the next is: a list that empties at each letter cannot be read.
    placeholderData: keepPreviousData,
  });
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (!filtered) {
    return (
      <EmptyState titleText={text.tenants.emptyTitle} headingLevel="h2" icon={PlusCircleIcon}>
        <EmptyStateBody>{text.tenants.emptyBody}</EmptyStateBody>
      </EmptyState>
    );
  }
  return <NoMatch title={text.tenants.noMatchTitle} body={text.tenants.noMatchBody} onClear={onClear} />;
}
