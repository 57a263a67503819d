import { createTenancyClient } from '@aegisx/tenancy-client';
import { describe, expect, it } from 'vitest';
import { tenant } from '../test/tenant';
import { type BulkResult, runBulk } from './bulk';
import { COLUMNS, columnsOf } from './columns';
import { filtersOf, isFiltered } from './filters';
import { sortOf } from './sort';

describe('filters', () => {
  it('are read from an address, without what the service would refuse', () => {
    const filters = filtersOf(new URLSearchParams('q= acme &status=active&plan=golden&cursor=x'));
    expect(filters).toEqual({ q: 'acme', status: 'active' });
    expect(isFiltered(filters)).toBe(true);
    expect(isFiltered(filtersOf(new URLSearchParams('q=%20&limit=50')))).toBe(false);
  });
});

describe('the order', () => {
  it('is read from an address, if it is one that the service has', () => {
    const of = (query: string) => sortOf(new URLSearchParams(query));
    expect(['sort=name', 'sort=-updatedAt', 'sort=plan', 'sort=--name', ''].map(of)).toEqual([
      'name', '-updatedAt', undefined, undefined, undefined,
    ]);
  });
});

describe('columns', () => {
  it('keep their order and forget what is unknown', () => {
    expect(columnsOf('plan,status,colour')).toEqual(['status', 'plan']);
    expect(columnsOf('')).toEqual([]);
    expect(COLUMNS).toEqual(expect.arrayContaining([...columnsOf(null)]));
  });
});

describe('a bulk change', () => {
  it('goes on after one that fails, and tells how each went', async () => {
    const tenants = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => tenant({ id }));
    const client = createTenancyClient({
      baseUrl: 'http://localhost',
      naming: 'header',
      token: () => undefined,
      fetch: async (request) =>
        request.url.endsWith('/b/suspend')
          ? Response.json({ code: 'CONFLICT', title: 'Conflict', detail: 'deleted' }, { status: 409 })
          : Response.json(tenant()),
    });
    const results: BulkResult[] = [];
    await runBulk(client, { action: 'suspend' }, tenants, (result) => results.push(result));
    expect(results.map((result) => result.tenant.id).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    const failed = results.filter((result) => result.error);
    expect(failed).toMatchObject([{ tenant: { id: 'b' }, error: { code: 'CONFLICT' } }]);
  });
});
