import { type TenancyClient, pages } from '@aegisx/tenancy-client';
import type { Tenant } from '../api/types';
import { save } from '../parts/save';
import type { Filters } from './filters';

const COLUMNS: readonly [string, (tenant: Tenant) => string | number | undefined][] = [
  ['id', (tenant) => tenant.id],
  ['name', (tenant) => tenant.name],
  ['subdomain', (tenant) => tenant.subdomain],
  ['status', (tenant) => tenant.status],
  ['plan', (tenant) => tenant.plan],
  ['isolation', (tenant) => tenant.isolation],
  ['maxUsers', (tenant) => tenant.settings.maxUsers],
  ['storageLimitMB', (tenant) => tenant.settings.storageLimit],
  ['customDomain', (tenant) => tenant.settings.customDomain],
  ['createdAt', (tenant) => tenant.createdAt],
  ['updatedAt', (tenant) => tenant.updatedAt],
];
const PAGE = 200;

/**
 * A field as in RFC 4180. Spreadsheets run what begins like a formula, and a tenant's name is chosen
 * by whoever made it, so such text gets an apostrophe in front, which shows it as text.
 */
export function csvField(value: string | number | undefined): string {
  if (typeof value === 'number') {
    return String(value);
  }
  const text = value ?? '';
  const safe = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(values: readonly (string | number | undefined)[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

export function tenantsCsv(tenants: readonly Tenant[]): string {
  const head = csvLine(COLUMNS.map(([name]) => name));
  return head + tenants.map((tenant) => csvLine(COLUMNS.map(([, value]) => value(tenant)))).join('');
}

/** Reads all tenants that match, page by page. */
export async function allTenants(
  client: TenancyClient,
  filters: Filters,
  signal: AbortSignal,
  onProgress: (count: number) => void,
): Promise<Tenant[]> {
  const found: Tenant[] = [];
  const read = (start: { cursor?: string }) =>
    client.GET('/tenants', { params: { query: { ...filters, limit: PAGE, ...start } }, signal });
  for await (const page of pages(read)) {
    found.push(...page);
    onProgress(found.length);
  }
  return found;
}

export function download(name: string, content: string): void {
  // Excel takes a file without a byte order mark for one in the local code page.
  save(name, `\uFEFF${content}`, 'text/csv;charset=utf-8');
}
