import { act, cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failureOf, fakeService, problem } from '../service.js';
import { heldService, profileOf, shown, showAt, switchTo, tenantsAsked } from './harness.js';

afterEach(cleanup);

describe('the old tenant', () => {
  it('has its requests aborted', async () => {
    const fetch = fakeService((request) =>
      request.url.endsWith('/users')
        ? new Promise((_, reject) => {
            request.signal.addEventListener('abort', () => reject(request.signal.reason));
          })
        : profileOf(request),
    );
    const { seen } = await showAt('/t/acme/', { fetch });
    const call = failureOf(seen.client.GET('/users'));
    await switchTo(seen, 'globex');
    expect(await call).toMatchObject({ name: 'AbortError' });
  });

  it('can be asked nothing any more', async () => {
    const fetch = fakeService(profileOf);
    const { seen } = await showAt('/t/acme/', { fetch });
    const old = seen.client;
    await switchTo(seen, 'globex');
    expect(await failureOf(old.GET('/users'))).toMatchObject({ name: 'AbortError' });
    expect(tenantsAsked(fetch)).toEqual(['acme', 'globex']);
  });

  it('is not heard of when it answers late', async () => {
    const { fetch, held } = heldService();
    const { seen, text } = await showAt('/t/acme/', { fetch });
    await switchTo(seen, 'globex');
    await held[1]!.answer(profileOf(held[1]!.request));
    await held[0]!.answer(profileOf(held[0]!.request));
    expect(text()).toBe('Globex');
    expect(shown('--tenant-primary')).toBe('#1d4ed8');
  });

  it('is not heard of when it fails late, nor answers for its return', async () => {
    const { fetch, held } = heldService();
    const { seen, text } = await showAt('/t/acme/', { fetch });
    await switchTo(seen, 'globex');
    await switchTo(seen, 'acme');
    expect(tenantsAsked(fetch)).toEqual(['acme', 'globex', 'acme']);
    await held[0]!.answer(problem(404, 'TENANT_NOT_FOUND'));
    expect(text()).toBe('loading');
    await held[2]!.answer(profileOf(held[2]!.request));
    expect(text()).toBe('Acme Corporation');
  });

  it('leaves no trace on the bare domain when it answers late', async () => {
    const { fetch, held } = heldService();
    const { seen, text } = await showAt('/t/acme/', { fetch });
    await switchTo(seen, undefined);
    await held[0]!.answer(profileOf(held[0]!.request));
    expect(text()).toBe('no tenant');
    expect(seen.tenant.error).toBeUndefined();
  });

  it('refuses no one late', async () => {
    const { fetch, held } = heldService();
    const onAccessDenied = vi.fn();
    const { seen } = await showAt('/t/acme/', { fetch, onAccessDenied });
    const call = failureOf(seen.client.GET('/users'));
    await act(async () => {});
    await switchTo(seen, 'globex');
    await held[1]!.answer(problem(403, 'TENANT_ACCESS_DENIED'));
    expect(await call).toMatchObject({ name: 'AbortError' });
    expect(onAccessDenied).not.toHaveBeenCalled();
  });

  it('has its cache dropped, also for its return', async () => {
    const { seen } = await showAt('/t/acme/');
    const old = seen.cache;
    expect(old.remember('users', () => 'of acme')).toBe('of acme');
    await switchTo(seen, 'globex');
    expect(seen.cache.remember('users', () => 'of globex')).toBe('of globex');
    expect(old.remember('users', () => 'late')).toBe('late');
    await switchTo(seen, 'acme');
    expect(seen.cache.remember('users', () => 'anew')).toBe('anew');
  });
});
