import { useTenantClient } from '@aegisx/tenancy-client/react';
import type { Tenant } from '../../api/types';
import { fileTime } from '../../parts/fileContent';
import { useNotice } from '../../parts/Notices';
import { saveFile } from '../../parts/save';
import { useWork } from '../../parts/useWork';
import { text } from '../../text';
import { BEGINNING, type Progress, walk } from './walk';

export function useExport(tenant: Tenant) {
  const client = useTenantClient();
  const notify = useNotice();
  const { start, ...work } = useWork<Progress>();
  const begin = () =>
    start(
      BEGINNING,
      (signal, onProgress) => walk(client, tenant, signal, onProgress),
      ({ content, lines }) => {
        const name = `${tenant.subdomain}-${fileTime(new Date())}.ndjson`;
        saveFile(name, content);
        notify(text.tenantExport.done(name, lines));
      },
    );
  return { ...work, start: () => void begin() };
}
