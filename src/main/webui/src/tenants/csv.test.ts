import { createTenancyClient } from '@aegisx/tenancy-client';
import { describe, expect, it } from 'vitest';
import { tenant } from '../test/tenant';
import { allTenants, csvField, csvLine, tenantsCsv } from './csv';

describe('a field', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    [undefined, ''],
    [-5, '-5'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['＝1', "'＝1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['a=b', 'a=b'],
  ])('%j is written %j', (value, expected) => {
    expect(csvField(value)).toBe(expected);
  });

  it('ends its line as RFC 4180 wants', () => {
    expect(csvLine(['a', 1, undefined])).toBe('a,1,\r\n');
  });
});

describe('the export', () => {
  it('has a head and a line for each tenant', () => {
    const lines = tenantsCsv([tenant({ name: '=cmd' }), tenant()]).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^id,name,subdomain,status/);
    expect(lines[1]).toContain(",'=cmd,acme,active,pro,");
  });

  it('walks through all pages with the filters, in the order of the list', async () => {
    const asked: URL[] = [];
    const client = createTenancyClient({
      baseUrl: 'http://localhost',
      naming: 'header',
      token: () => 'token',
      fetch: async (request) => {
        const url = new URL(request.url);
        asked.push(url);
        const last = url.searchParams.get('cursor') === 'two';
        return Response.json([tenant()], {
          headers: last ? {} : { Link: '</tenants?cursor=two>; rel="next"' },
        });
      },
    });
    const counts: number[] = [];
    const all = await allTenants(client, { plan: 'pro', sort: '-name' }, new AbortController().signal, (count) =>
      counts.push(count),
    );
    expect(all).toHaveLength(2);
    expect(counts).toEqual([1, 2]);
    expect(asked.map((url) => url.searchParams.get('plan'))).toEqual(['pro', 'pro']);
    expect(asked.map((url) => url.searchParams.get('sort'))).toEqual(['-name', '-name']);
    expect(asked.map((url) => url.searchParams.get('cursor'))).toEqual([null, 'two']);
  });
});
