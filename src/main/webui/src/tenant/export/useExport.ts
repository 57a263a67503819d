import { useTenantClient } from '@aegisx/tenancy-client/react';
import { useEffect, useRef, useState } from 'react';
import type { Tenant } from '../../api/types';
import { fileTime } from '../../parts/fileContent';
import { saveFile } from '../../parts/save';
import { useNotice } from '../../parts/Notices';
import { text } from '../../text';
import { type Progress, walk } from './walk';

/** An export that goes on until it is done, stopped, or its page is left. */
export function useExport(tenant: Tenant) {
  const client = useTenantClient();
  const notify = useNotice();
  const [progress, setProgress] = useState<Progress>();
  const [error, setError] = useState<unknown>();
  const [stopped, setStopped] = useState(false);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const work = new AbortController();
    running.current = work;
    setError(undefined);
    setStopped(false);
    try {
      const { content, lines } = await walk(client, tenant, work.signal, setProgress);
      const name = `${tenant.subdomain}-${fileTime(new Date())}.ndjson`;
      saveFile(name, content);
      notify(text.tenantExport.done(name, lines));
    } catch (cause) {
      work.signal.aborted ? setStopped(true) : setError(cause);
    } finally {
      setProgress(undefined);
    }
  };
  return { progress, error, stopped, start: () => void start(), stop: () => running.current?.abort() };
}
