import { pathLocation, subdomainLocation } from '@aegisx/tenancy-client/react';
import { describe, expect, it } from 'vitest';

describe('by path', () => {
  const location = pathLocation();
  const consoleLocation = pathLocation({ base: '/console/' });

  it.each([
    ['/t/acme', 'acme'],
    ['/t/acme/', 'acme'],
    ['/t/acme/users/7?limit=2#top', 'acme'],
    ['/t/Not_One/', 'Not_One'],
    ['/', undefined],
    ['/t', undefined],
    ['/t/', undefined],
    ['/t//users', undefined],
    ['/tenants/acme', undefined],
    ['/console/t/acme', undefined],
  ])('%s names %s', (path, tenant) => {
    expect(location.tenantOf(new URL(path, 'http://acme.localhost'))).toBe(tenant);
  });

  it('is below the path of the application', () => {
    const at = (path: string) => consoleLocation.tenantOf(new URL(path, 'http://localhost'));
    expect(at('/console/t/acme/users')).toBe('acme');
    expect(at('/t/acme/users')).toBeUndefined();
  });

  it.each(['console', '/console', '/console/'])('takes %s as that path', (base) => {
    const url = new URL('http://localhost:8080/console/t/acme/users/7?a=b#c');
    const { addressOf } = pathLocation({ base });
    expect(addressOf('globex', url).href).toBe('http://localhost:8080/console/t/globex/');
    expect(addressOf(undefined, url).href).toBe('http://localhost:8080/console/');
  });
});

describe('by subdomain', () => {
  const location = subdomainLocation({ baseDomain: 'Example.com', path: '/app/' });

  it.each([
    ['acme.example.com', 'acme'],
    ['ACME.example.com:8443', 'acme'],
    ['acme.example.com.', 'acme'],
    ['a.b.example.com', 'a.b'],
    ['example.com', undefined],
    ['example.com.', undefined],
    ['www.example.com', undefined],
    ['console.example.com', undefined],
    ['acmeexample.com', undefined],
    ['example.com.evil.test', undefined],
    ['127.0.0.1', undefined],
    ['[::1]', undefined],
  ])('%s names %s', (host, tenant) => {
    expect(location.tenantOf(new URL(`https://${host}/t/globex/`))).toBe(tenant);
  });

  it('leads to the host of the tenant, or to the bare domain', () => {
    const url = new URL('https://acme.example.com:8443/app/users?a=b');
    expect(location.addressOf('globex', url).href).toBe('https://globex.example.com:8443/app/');
    expect(location.addressOf(undefined, url).href).toBe('https://example.com:8443/app/');
  });
});
