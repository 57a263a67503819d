import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeService, json, problem } from '../service.js';
import { heldService, profileOf, showAt, shown } from './harness.js';

afterEach(cleanup);

describe('a tenant in the address', () => {
  it('is loading, then there', async () => {
    const { fetch, held } = heldService();
    const { seen, text } = await showAt('/t/acme/users', { fetch });
    expect(text()).toBe('loading');
    expect(seen.tenant).toMatchObject({ subdomain: 'acme', isLoading: true, tenant: undefined });

    await held[0]!.answer(profileOf(held[0]!.request));
    expect(seen.tenant).toMatchObject({
      tenant: {
        name: 'Acme Corporation',
        subdomain: 'acme',
        branding: { primaryColor: '#c2410c' },
      },
      subdomain: 'acme',
      isLoading: false,
      error: undefined,
    });
  });

  it('is asked for once, and without a token: signing in comes later', async () => {
    const token = vi.fn(() => 'secret');
    const fetch = fakeService(profileOf);
    await showAt('/t/acme/', { fetch, token });
    expect(fetch).toHaveBeenCalledOnce();
    const request = fetch.mock.calls[0]![0];
    expect(request.url).toBe('http://service.test/tenants/current');
    expect(request.headers.has('Authorization')).toBe(false);
    expect(token).not.toHaveBeenCalled();
  });

  it('may be served from where the page is', async () => {
    const fetch = fakeService(() =>
      json({ name: 'Acme', subdomain: 'acme', branding: { logo: '/acme.svg' } }),
    );
    const { seen } = await showAt('/t/acme/', { fetch, baseUrl: '/' });
    expect(fetch.mock.calls[0]![0].url).toBe(`${window.location.origin}/tenants/current`);
    expect(seen.tenant.tenant!.branding.logo).toBe(`${window.location.origin}/acme.svg`);
  });

  it('may be told in full', async () => {
    const whole = {
      id: '1',
      name: 'Acme',
      subdomain: 'acme',
      settings: { branding: { logo: '/a.svg' } },
    };
    const { seen } = await showAt('/t/acme/', { fetch: fakeService(() => json(whole)) });
    expect(seen.tenant.tenant).toEqual({
      name: 'Acme',
      subdomain: 'acme',
      branding: { logo: 'http://service.test/a.svg' },
    });
  });

  it('has a client that names it, with the token', async () => {
    const fetch = fakeService((request) =>
      request.url.endsWith('/users') ? json([]) : profileOf(request),
    );
    const { seen } = await showAt('/t/acme/', { fetch });
    await seen.client.GET('/users');
    const request = fetch.mock.lastCall![0];
    expect(request.headers.get('X-Tenant-ID')).toBe('acme');
    expect(request.headers.get('Authorization')).toBe('Bearer secret');
  });

  it('may refuse the token, which is told to the callback', async () => {
    const onAccessDenied = vi.fn();
    const fetch = fakeService((request) =>
      request.url.endsWith('/users') ? problem(403, 'TENANT_ACCESS_DENIED') : profileOf(request),
    );
    const { seen } = await showAt('/t/acme/', { fetch, onAccessDenied });
    await expect(seen.client.GET('/users')).rejects.toMatchObject({ status: 403 });
    expect(onAccessDenied).toHaveBeenCalledOnce();
  });
});

describe('the bare domain', () => {
  it('is no tenant, and asks for none', async () => {
    const fetch = fakeService(profileOf);
    const { seen, text } = await showAt('/users', { fetch });
    expect(text()).toBe('no tenant');
    expect(seen.tenant).toMatchObject({
      tenant: undefined,
      subdomain: undefined,
      isLoading: false,
      error: undefined,
    });
    expect(fetch).not.toHaveBeenCalled();
    expect(seen.client.tenant).toBeUndefined();
  });
});

describe('the look of the tenant', () => {
  it('is put on the page, and goes with the provider', async () => {
    const { unmount } = await showAt('/t/acme/');
    expect(shown('--tenant-primary')).toBe('#c2410c');
    unmount();
    expect(shown('--tenant-primary')).toBe('');
  });

  it('never is what could do harm', async () => {
    const branding = {
      primaryColor: 'red;background:url(https://evil.test)',
      secondaryColor: '#0f0',
      logo: 'javascript:alert(1)',
      favicon: 'data:text/html,x',
    };
    const fetch = fakeService(() => json({ name: 'Acme', subdomain: 'acme', branding }));
    const { seen } = await showAt('/t/acme/', { fetch });
    expect(shown('--tenant-primary')).toBe('');
    expect(shown('--tenant-secondary')).toBe('#0f0');
    expect(seen.tenant.tenant!.branding).toEqual({ secondaryColor: '#0f0' });
    expect(document.head.querySelector('link[rel="icon"]')).toBeNull();
  });
});
