import type { TenancyClient } from '@aegisx/tenancy-client';
import { FileContent } from '../parts/fileContent';
import type { AuditFilters } from './filters';

export type AuditFormat = 'csv' | 'ndjson';

const TYPE: Record<AuditFormat, string> = { csv: 'text/csv;charset=utf-8', ndjson: 'application/x-ndjson' };
// Excel takes a table without a byte order mark for one in the local code page.
const START: Record<AuditFormat, string> = { csv: '\uFEFF', ndjson: '' };

/** Reads all entries that match, as the service writes them and as they come. */
export async function readExport(
  client: TenancyClient,
  format: AuditFormat,
  filters: AuditFilters,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<Blob> {
  const path = `/audit/export.${format}` as const;
  const { data } = await client.GET(path, { params: { query: filters }, signal, parseAs: 'stream' });
  const content = new FileContent(TYPE[format]);
  content.add(START[format]);
  const reader = (data as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
  // The call itself has ended with the head of the answer; its signal stops the body no more.
  const stop = () => void reader.cancel(signal.reason);
  signal.addEventListener('abort', stop);
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      content.add(piece.value);
      onProgress(content.size);
    }
    signal.throwIfAborted();
    return content.blob();
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
