// @vitest-environment node
import { type TenancyClientOptions, createTenancyClient } from '@aegisx/tenancy-client';
import { describe, expect, it } from 'vitest';
import { failureOf, fakeService, json } from './service.js';

const BASE = 'http://localhost:8080';

async function requestOf(
  options: Pick<TenancyClientOptions, 'baseUrl' | 'naming' | 'tenant'>,
  header?: { 'X-Tenant-ID': string },
) {
  const fetch = fakeService(() => json([]));
  const client = createTenancyClient({ ...options, token: () => undefined, fetch });
  await client.GET('/users', { params: { query: { limit: 2 }, header } });
  return fetch.mock.calls[0]![0];
}

function creationWith(
  baseUrl: string,
  tenant: string,
  naming: 'header' | 'subdomain' = 'subdomain',
) {
  return () => createTenancyClient({ baseUrl, naming, tenant, token: () => undefined });
}

describe('by header', () => {
  it('sends the header and leaves the address', async () => {
    const request = await requestOf({ baseUrl: BASE, naming: 'header', tenant: 'acme' });
    expect(request.url).toBe('http://localhost:8080/users?limit=2');
    expect(request.headers.get('X-Tenant-ID')).toBe('acme');
  });

  it('takes a tenant id', async () => {
    const id = '01a2125e-1c36-74b8-8a7a-e4075e5078ab';
    const request = await requestOf({ baseUrl: BASE, naming: 'header', tenant: id });
    expect(request.headers.get('X-Tenant-ID')).toBe(id);
  });

  it('works at an IP address', async () => {
    const request = await requestOf({
      baseUrl: 'http://127.0.0.1:8080/',
      naming: 'header',
      tenant: 'acme',
    });
    expect(request.url).toBe('http://127.0.0.1:8080/users?limit=2');
  });
});

describe('by subdomain', () => {
  it('puts the tenant before the base domain and sends no header', async () => {
    const request = await requestOf({ baseUrl: BASE, naming: 'subdomain', tenant: 'acme' });
    expect(request.url).toBe('http://acme.localhost:8080/users?limit=2');
    expect(request.headers.has('X-Tenant-ID')).toBe(false);
  });

  it('keeps the path of the base URL', async () => {
    const request = await requestOf({
      baseUrl: 'https://example.com/api/',
      naming: 'subdomain',
      tenant: 'acme',
    });
    expect(request.url).toBe('https://acme.example.com/api/users?limit=2');
  });

  it.each(['http://127.0.0.1:8080', 'http://[::1]:8080', 'http://2130706433'])(
    'refuses %s, which can have no subdomain',
    (baseUrl) => {
      expect(creationWith(baseUrl, 'acme')).toThrow(
        expect.objectContaining({
          code: 'TENANT_INVALID',
          message: expect.stringMatching(/cannot have the subdomain acme.*header/),
        }),
      );
    },
  );

  it('refuses a base URL without a host', () => {
    expect(creationWith('/api', 'acme')).toThrow(/needs a base URL with a host/);
  });

  it.each(['www', 'api', 'admin', 'console'])('refuses %s, the host of the platform', (label) => {
    expect(creationWith(BASE, label)).toThrow(/is no tenant's/);
  });

  it('drops a header that says the same, so that one source names the tenant', async () => {
    const request = await requestOf(
      { baseUrl: BASE, naming: 'subdomain', tenant: 'acme' },
      { 'X-Tenant-ID': 'acme' },
    );
    expect(request.headers.has('X-Tenant-ID')).toBe(false);
  });
});

describe('no tenant', () => {
  it.each(['header', 'subdomain'] as const)('names none by %s', async (naming) => {
    const request = await requestOf({ baseUrl: BASE, naming });
    expect(request.url).toBe('http://localhost:8080/users?limit=2');
    expect(request.headers.has('X-Tenant-ID')).toBe(false);
  });

  it('may be at an IP address', async () => {
    const request = await requestOf({ baseUrl: 'http://127.0.0.1:8080', naming: 'subdomain' });
    expect(request.url).toBe('http://127.0.0.1:8080/users?limit=2');
  });

  it('leaves it to the caller to name one', async () => {
    const request = await requestOf(
      { baseUrl: BASE, naming: 'header' },
      { 'X-Tenant-ID': 'globex' },
    );
    expect(request.headers.get('X-Tenant-ID')).toBe('globex');
  });
});

it.each(['', 'Acme', 'a.b', '-a', 'a/b', 'a b', 'acme@evil.example', 'a'.repeat(64), 'ümlaut'])(
  'refuses %j as a tenant',
  (tenant) => {
    expect(creationWith(BASE, tenant, 'header')).toThrow(/cannot be a tenant/);
    expect(creationWith(BASE, tenant, 'subdomain')).toThrow(/cannot be a tenant/);
  },
);

it.each(['header', 'subdomain'] as const)(
  'by %s, sends no request that names another tenant',
  async (naming) => {
    const fetch = fakeService(() => json([]));
    const client = createTenancyClient({
      baseUrl: BASE,
      naming,
      tenant: 'acme',
      token: () => undefined,
      fetch,
    });
    const call = client.GET('/users', { params: { header: { 'X-Tenant-ID': 'globex' } } });
    expect(await failureOf(call)).toMatchObject({ code: 'TENANT_CONFLICT', status: 0 });
    expect(fetch).not.toHaveBeenCalled();
  },
);
