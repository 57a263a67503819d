import { Alert, Button } from '@patternfly/react-core';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import { useNotice } from '../parts/Notices';
import { fileTime } from '../parts/fileContent';
import { saveFile } from '../parts/save';
import { ProblemAlert } from '../parts/ProblemState';
import { useWork } from '../parts/useWork';
import { bytes } from '../parts/bytes';
import { text } from '../text';
import { type AuditFormat, readExport } from './download';
import type { AuditFilters } from './filters';
import type { AuditScope } from './queries';

const FORMATS: readonly AuditFormat[] = ['csv', 'ndjson'];

/** Saves all that matches, not only the page that is shown. */
export function AuditExport({ scope, filters }: { scope: AuditScope; filters: AuditFilters }) {
  const { progress, error, stopped, start, stop } = useExport(scope, filters);
  return (
    <>
      {progress === undefined ? (
        FORMATS.map((format) => (
          <Button key={format} variant="secondary" icon={<DownloadIcon />} onClick={() => start(format)}>
            {text.audit.export[format]}
          </Button>
        ))
      ) : (
        <Button variant="secondary" isLoading onClick={stop}>
          {text.audit.export.running(bytes(progress))} · {text.audit.export.stop}
        </Button>
      )}
      {stopped && <Alert component="p" isInline isPlain isLiveRegion variant="info" title={text.audit.export.stopped} />}
      {error !== undefined && <ProblemAlert error={error} />}
    </>
  );
}

function useExport({ client }: AuditScope, filters: AuditFilters) {
  const notify = useNotice();
  const { start, ...work } = useWork<number>();
  const begin = (format: AuditFormat) =>
    start(
      0,
      (signal, onProgress) => readExport(client, format, filters, signal, onProgress),
      (content) => {
        const name = `audit-${fileTime(new Date())}.${format}`;
        saveFile(name, content);
        notify(text.audit.export.done(name));
      },
    );
  return { ...work, start: (format: AuditFormat) => void begin(format) };
}
