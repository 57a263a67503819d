import type { AuditEntry } from '../api/types';
import { CopyButton } from '../parts/CopyButton';
import { PagedTable } from '../parts/PagedTable';
import { usePaging } from '../parts/usePaging';
import { When } from '../parts/When';
import { text } from '../text';
import { useAudit } from './queries';

const COLUMNS = [
  { title: text.audit.at, cell: (entry: AuditEntry) => entry.at && <When at={entry.at} /> },
  { title: text.audit.actor, cell: (entry: AuditEntry) => entry.actor },
  { title: text.audit.action, cell: (entry: AuditEntry) => entry.action },
  { title: text.audit.target, cell: (entry: AuditEntry) => entry.target },
  { title: text.audit.outcome, cell: (entry: AuditEntry) => entry.outcome },
  {
    title: text.audit.requestId,
    cell: ({ requestId }: AuditEntry) =>
      requestId && <CopyButton value={requestId} what={`${text.audit.requestId.toLowerCase()} ${requestId}`} />,
  },
];

export function AuditTab({ id }: { id: string }) {
  const paging = usePaging();
  const found = useAudit(id, paging.query);
  return (
    <PagedTable
      label={text.audit.table}
      empty={{ title: text.audit.empty, body: text.audit.emptyBody }}
      columns={COLUMNS}
      keyOf={(entry) => entry.id ?? ''}
      found={found}
      paging={paging}
    />
  );
}
