import { pages, type PageStart, type TenancyClient } from '@aegisx/tenancy-client';
import type { Setting, Tenant } from '../../api/types';
import { FileContent } from '../../parts/fileContent';
import { text } from '../../text';
import { patiently } from './patiently';

/** In their order in the file: what others refer to comes first. */
export const KINDS = ['user', 'product', 'order', 'config', 'audit'] as const;
export type Kind = (typeof KINDS)[number];
export type Counts = Record<Kind, number>;

export interface Progress {
  counts: Counts;
  /** What is being read. */
  kind: Kind;
}

const NONE: Counts = { user: 0, product: 0, order: 0, config: 0, audit: 0 };
export const BEGINNING: Progress = { counts: NONE, kind: KINDS[0] };

const PAGE = 200;
const FORMAT = 'aegisx-tenancy-export';
const VERSION = 1;

/**
 * Reads all of a tenant's data, page by page, as lines of JSON. The first line says what it is, the
 * last one how much: a file without a last line is not whole.
 */
export async function walk(
  client: TenancyClient,
  { id, name, subdomain }: Tenant,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<{ content: Blob; lines: number }> {
  const file = new FileContent('application/x-ndjson');
  const counts = { ...NONE };
  let lines = 0;
  const write = (line: object) => {
    file.add(`${JSON.stringify(line)}\n`);
    lines++;
  };
  const tenant = { id, name, subdomain };
  write({ kind: FORMAT, version: VERSION, tenant, startedAt: now(), note: text.tenantExport.note, kinds: KINDS });
  for (const kind of KINDS) {
    onProgress({ counts: { ...counts }, kind });
    const read = reader(client, kind, signal);
    for await (const page of pages<readonly object[]>((start) => patiently(() => read(start), signal))) {
      page.forEach((data) => write({ kind, data }));
      counts[kind] += page.length;
      onProgress({ counts: { ...counts }, kind });
    }
  }
  write({ kind: 'end', finishedAt: now(), counts });
  return { content: file.blob(), lines };
}

function reader(client: TenancyClient, kind: Kind, signal: AbortSignal) {
  return async (start: PageStart): Promise<{ data: readonly object[]; response: Response }> => {
    const init = { params: { query: { limit: PAGE, ...start } }, signal };
    switch (kind) {
      case 'user':
        return client.GET('/users', init);
      case 'product':
        return client.GET('/products', init);
      case 'order':
        return client.GET('/orders', init);
      case 'config': {
        const { data, response } = await client.GET('/config', init);
        return { data: data.map(withoutSecret), response };
      }
      case 'audit':
        return client.GET('/audit', init);
    }
  };
}

/** That there is a secret is told, but not which. */
function withoutSecret(setting: Setting): object {
  const { value, ...rest } = setting;
  return setting.secret ? rest : { ...rest, value };
}

function now(): string {
  return new Date().toISOString();
}
