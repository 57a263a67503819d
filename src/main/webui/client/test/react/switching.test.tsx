import {
  type TenantChange,
  browserHistory,
  subdomainLocation,
  useOnTenantChange,
} from '@aegisx/tenancy-client/react';
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeService, json } from '../service.js';
import {
  browserGoesTo,
  heldService,
  profileOf,
  showAt,
  shown,
  switchTo,
  tenantsAsked,
} from './harness.js';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('switching', () => {
  it('changes the address by the history, and loads no page', async () => {
    const assign = vi.spyOn(window.location, 'assign');
    const { seen, text } = await showAt('/t/acme/users/7?limit=2');
    const before = window.history.length;
    await switchTo(seen, 'globex');
    expect(window.location.pathname + window.location.search).toBe('/t/globex/');
    expect(window.history.length).toBe(before + 1);
    expect(text()).toBe('Globex');
    expect(seen.client.tenant).toBe('globex');
    expect(assign).not.toHaveBeenCalled();
  });

  it('keeps the tenant in the address only', async () => {
    const { seen } = await showAt('/t/acme/');
    await switchTo(seen, 'globex');
    expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, '']);
    expect(window.history.state).toBeNull();
  });

  it('to the bare domain leaves the tenant', async () => {
    const { seen, text } = await showAt('/t/acme/');
    await switchTo(seen, undefined);
    expect(window.location.pathname).toBe('/');
    expect(text()).toBe('no tenant');
    expect(shown('--tenant-primary')).toBe('');
  });

  it('to the same tenant does nothing', async () => {
    const fetch = fakeService(profileOf);
    const onTenantChange = vi.fn();
    const { seen } = await showAt('/t/acme/users', { fetch, onTenantChange });
    const { client } = seen;
    await switchTo(seen, 'acme');
    expect(window.location.pathname).toBe('/t/acme/users');
    expect(seen.client).toBe(client);
    expect(fetch).toHaveBeenCalledOnce();
    expect(onTenantChange).not.toHaveBeenCalled();
  });

  it('to what can be no tenant is refused, and changes nothing', async () => {
    const { seen, text } = await showAt('/t/acme/');
    expect(() => seen.tenant.switchTenant('../globex')).toThrow(/cannot be a tenant/);
    expect(window.location.pathname).toBe('/t/acme/');
    expect(text()).toBe('Acme Corporation');
  });

  it('takes the old look away at once', async () => {
    const { fetch, held } = heldService();
    const { seen } = await showAt('/t/acme/', { fetch });
    await held[0]!.answer(profileOf(held[0]!.request));
    expect(shown('--tenant-primary')).toBe('#c2410c');
    await switchTo(seen, 'globex');
    expect(seen.tenant).toMatchObject({ tenant: undefined, isLoading: true, subdomain: 'globex' });
    expect(shown('--tenant-primary')).toBe('');
    await held[1]!.answer(profileOf(held[1]!.request));
    expect(shown('--tenant-primary')).toBe('#1d4ed8');
  });
});

describe('the change', () => {
  it('is told once, when the old tenant is gone', async () => {
    const changes: TenantChange[] = [];
    const { fetch, held } = heldService();
    const onTenantChange = (change: TenantChange) => {
      changes.push(change);
      expect(held[0]!.request.signal.aborted).toBe(true);
    };
    const { seen } = await showAt('/t/acme/', { fetch, onTenantChange });
    await switchTo(seen, 'globex');
    await switchTo(seen, undefined);
    expect(changes).toEqual([
      { from: 'acme', to: 'globex' },
      { from: 'globex', to: undefined },
    ]);
  });

  it('is told to components', async () => {
    const callback = vi.fn();
    const Listener = () => {
      useOnTenantChange(callback);
      return null;
    };
    const { seen } = await showAt('/t/acme/', {}, <Listener />);
    expect(callback).not.toHaveBeenCalled();
    await switchTo(seen, 'globex');
    expect(callback).toHaveBeenCalledExactlyOnceWith({ from: 'acme', to: 'globex' });
  });
});

describe('back and forward', () => {
  it('switch, too', async () => {
    const { seen, text } = await showAt('/t/acme/users');
    await switchTo(seen, 'globex');
    await browserGoesTo('/t/acme/users');
    expect(text()).toBe('Acme Corporation');
    expect(seen.client.tenant).toBe('acme');
    await browserGoesTo('/');
    expect(text()).toBe('no tenant');
  });

  it('within a tenant keep everything', async () => {
    const fetch = fakeService(profileOf);
    const { seen } = await showAt('/t/acme/users/7', { fetch });
    const { client, cache } = seen;
    await browserGoesTo('/t/acme/users');
    expect(seen.client).toBe(client);
    expect(seen.cache).toBe(cache);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('are not listened to when the provider is gone', async () => {
    const fetch = fakeService(profileOf);
    const { unmount } = await showAt('/t/acme/', { fetch });
    unmount();
    await browserGoesTo('/t/globex/');
    expect(tenantsAsked(fetch)).toEqual(['acme']);
  });
});

describe('tenants by subdomain', () => {
  it('are other origins: the browser goes there', async () => {
    const leave = vi.fn();
    const history = {
      ...browserHistory(),
      url: () => new URL('https://acme.example.com/x'),
      leave,
    };
    const location = subdomainLocation({ baseDomain: 'example.com' });
    const { seen, text } = await showAt('/', { location, history });
    expect(text()).toBe('Acme Corporation');
    await switchTo(seen, 'globex');
    expect(leave).toHaveBeenCalledExactlyOnceWith(new URL('https://globex.example.com/'));
    expect(text()).toBe('Acme Corporation');
  });

  it('are asked by subdomain where the service is named so', async () => {
    const history = { ...browserHistory(), url: () => new URL('https://acme.example.com/x') };
    const fetch = fakeService(() => json({ name: 'Acme', subdomain: 'acme', branding: {} }));
    await showAt('/', {
      location: subdomainLocation({ baseDomain: 'example.com' }),
      history,
      fetch,
      naming: 'subdomain',
      baseUrl: 'https://example.com',
    });
    const request = fetch.mock.calls[0]![0];
    expect(request.url).toBe('https://acme.example.com/tenants/current');
    expect(request.headers.has('X-Tenant-ID')).toBe(false);
  });
});
