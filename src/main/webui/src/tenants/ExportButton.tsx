import { Button } from '@patternfly/react-core';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import { useEffect } from 'react';
import { usePlatformClient } from '../api/clients';
import { useNotice } from '../parts/Notices';
import { useWork } from '../parts/useWork';
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
  const { progress, error, start, stop } = useWork<number>();
  useEffect(() => onError(error), [error, onError]);
  const begin = () =>
    start(
      0,
      (signal, onProgress) => allTenants(client, { ...filters, ...(sort && { sort }) }, signal, onProgress),
      (tenants) => {
        download('tenants.csv', tenantsCsv(tenants));
        notify(text.tenants.exported(tenants.length));
      },
    );
  if (progress !== undefined) {
    return (
      <Button variant="secondary" isLoading onClick={stop}>
        {text.tenants.exporting(progress)} · {text.tenants.exportStop}
      </Button>
    );
  }
  return (
    <Button variant="secondary" icon={<DownloadIcon />} onClick={() => void begin()}>
      {text.tenants.export}
    </Button>
  );
}
