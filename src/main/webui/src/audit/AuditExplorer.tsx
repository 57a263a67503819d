import { Button } from '@patternfly/react-core';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { AuditEntry } from '../api/types';
import { CopyButton } from '../parts/CopyButton';
import { PagedTable } from '../parts/PagedTable';
import { usePaging } from '../parts/usePaging';
import { When } from '../parts/When';
import { text } from '../text';
import { AuditToolbar } from './AuditToolbar';
import { EntryDialog } from './EntryDialog';
import { useAuditFilters } from './filters';
import { OutcomeLabel } from './OutcomeLabel';
import { type AuditScope, useAuditPage, useTenantNames } from './queries';

interface Column {
  title: string;
  cell: (entry: AuditEntry) => ReactNode;
}

const { audit } = text;

/** The audit trail of one tenant or of all: filtered, page by page, entry by entry, and as a file. */
export function AuditExplorer({ scope }: { scope: AuditScope }) {
  const control = useAuditFilters();
  const paging = usePaging();
  const found = useAuditPage(scope, control.filters, paging.query);
  const names = useTenantNames(scope.ofAll);
  const [shown, setShown] = useState<AuditEntry>();
  const columns = useMemo(() => columnsFor(scope.ofAll, names, setShown), [scope.ofAll, names]);
  return (
    <>
      <AuditToolbar scope={scope} control={control} onRefresh={() => void found.refetch()} />
      <div className="console-gap">
        <PagedTable
          label={scope.ofAll ? audit.tableOfAll : audit.table}
          empty={
            control.isFiltered
              ? { title: audit.noMatch, body: audit.noMatchBody }
              : { title: audit.empty, body: audit.emptyBody }
          }
          columns={columns}
          keyOf={(entry) => entry.id ?? ''}
          found={found}
          paging={paging}
        />
      </div>
      {shown && (
        <EntryDialog entry={shown} tenantName={names.get(shown.tenantId ?? '')} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}

function columnsFor(
  ofAll: boolean,
  names: ReadonlyMap<string, string>,
  show: (entry: AuditEntry) => void,
): readonly Column[] {
  const tenant: Column = {
    title: audit.tenant,
    cell: ({ tenantId = '' }) => (
      <Link to={`/tenants/${tenantId}`}>
        {names.get(tenantId) ?? <span className="console-id">{tenantId}</span>}
      </Link>
    ),
  };
  return [
    { title: audit.at, cell: ({ at }) => at && <When at={at} /> },
    { title: audit.actor, cell: ({ actor }) => actor },
    {
      title: audit.action,
      cell: (entry) => (
        <Button
          variant="link"
          isInline
          aria-label={audit.details(entry.action ?? '')}
          onClick={() => show(entry)}
        >
          <span className="console-words">{entry.action}</span>
        </Button>
      ),
    },
    ...(ofAll ? [tenant] : []),
    { title: audit.target, cell: ({ target }) => target },
    { title: audit.outcome, cell: ({ outcome }) => <OutcomeLabel outcome={outcome} /> },
    {
      title: audit.requestId,
      cell: ({ requestId }) =>
        requestId && <CopyButton value={requestId} what={`${audit.requestId.toLowerCase()} ${requestId}`} />,
    },
  ];
}
