import { Button } from '@patternfly/react-core';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import { useEffect, useRef, useState } from 'react';
import { usePlatformClient } from '../api/clients';
import { useNotice } from '../parts/Notices';
import { text } from '../text';
import { allTenants, download, tenantsCsv } from './csv';
import type { Filters } from './filters';
import type { Sort } from './sort';

interface ExportButtonProps {
  filters: Filters;
  sort: Sort | undefined;
  onError: (error: unknown) => void;
}

/** Saves what matches, not only the page that is shown. Pressed again it stops. */
export function ExportButton({ filters, sort, onError }: ExportButtonProps) {
  const client = usePlatformClient();
  const notify = useNotice();
  const [count, setCount] = useState<number>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const work = new AbortController();
    running.current = work;
    setCount(0);
    onError(undefined);
    try {
      const tenants = await allTenants(client, { ...filters, ...(sort && { sort }) }, work.signal, setCount);
      download('tenants.csv', tenantsCsv(tenants));
      notify(text.tenants.exported(tenants.length));
    } catch (error) {
      if (!work.signal.aborted) {
        onError(error);
      }
    } finally {
      setCount(undefined);
    }
  };

  if (count !== undefined) {
    return (
      <Button variant="secondary" isLoading onClick={() => running.current?.abort()}>
        {text.tenants.exporting(count)} · {text.tenants.exportStop}
      </Button>
    );
  }
  return (
    <Button variant="secondary" icon={<DownloadIcon />} onClick={() => void start()}>
      {text.tenants.export}
    </Button>
  );
}
