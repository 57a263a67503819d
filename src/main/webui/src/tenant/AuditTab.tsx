import { tenantKey, useTenantClient } from '@aegisx/tenancy-client/react';
import { useMemo } from 'react';
import { AuditExplorer } from '../audit/AuditExplorer';
import type { AuditScope } from '../audit/queries';

export function AuditTab({ id }: { id: string }) {
  const client = useTenantClient();
  const scope = useMemo(
    (): AuditScope => ({ client, key: (...parts) => tenantKey(id, 'audit', ...parts), ofAll: false }),
    [client, id],
  );
  return <AuditExplorer scope={scope} />;
}
