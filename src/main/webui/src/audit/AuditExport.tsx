import { Alert, Button } from '@patternfly/react-core';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import { useEffect, useRef, useState } from 'react';
import { useNotice } from '../parts/Notices';
import { fileTime } from '../parts/fileContent';
import { saveFile } from '../parts/save';
import { ProblemAlert } from '../parts/ProblemState';
import { bytes } from '../parts/bytes';
import { text } from '../text';
import { type AuditFormat, readExport } from './download';
import type { AuditFilters } from './filters';
import type { AuditScope } from './queries';

const FORMATS: readonly AuditFormat[] = ['csv', 'ndjson'];

/** Saves all that matches, not only the page that is shown. */
export function AuditExport({ scope, filters }: { scope: AuditScope; filters: AuditFilters }) {
  const { size, error, stopped, start, stop } = useExport(scope, filters);
  return (
    <>
      {size === undefined ? (
        FORMATS.map((format) => (
          <Button key={format} variant="secondary" icon={<DownloadIcon />} onClick={() => void start(format)}>
            {text.audit.export[format]}
          </Button>
        ))
      ) : (
        <Button variant="secondary" isLoading onClick={stop}>
          {text.audit.export.running(bytes(size))} · {text.audit.export.stop}
        </Button>
      )}
      {stopped && <Alert component="p" isInline isPlain isLiveRegion variant="info" title={text.audit.export.stopped} />}
      {error !== undefined && <ProblemAlert error={error} />}
    </>
  );
}

function useExport({ client }: AuditScope, filters: AuditFilters) {
  const notify = useNotice();
  const [size, setSize] = useState<number>();
  const [error, setError] = useState<unknown>();
  const [stopped, setStopped] = useState(false);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (format: AuditFormat) => {
    const work = new AbortController();
    running.current = work;
    setSize(0);
    setError(undefined);
    setStopped(false);
    try {
      const content = await readExport(client, format, filters, work.signal, setSize);
      const name = `audit-${fileTime(new Date())}.${format}`;
      saveFile(name, content);
      notify(text.audit.export.done(name));
    } catch (cause) {
      work.signal.aborted ? setStopped(true) : setError(cause);
    } finally {
      setSize(undefined);
    }
  };
  return { size, error, stopped, start, stop: () => running.current?.abort() };
}
