import type { TenancyClient } from '@aegisx/tenancy-client';
import { TenantProvider, useTenantClient } from '@aegisx/tenancy-client/react';
import { act, cleanup, render } from '@testing-library/react';
import { Activity, useEffect, useLayoutEffect } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeService, json } from '../service.js';
import { heldService, profileOf, showAt, tenantsAsked } from './harness.js';

afterEach(cleanup);

describe('the provider', () => {
  const settings = { baseUrl: 'http://service.test', naming: 'header' } as const;

  it('ends what is under way when it goes', async () => {
    const { fetch, held } = heldService();
    const { unmount } = await showAt('/t/acme/', { fetch });
    unmount();
    await act(async () => {});
    expect(held[0]!.request.signal.aborted).toBe(true);
    expect(tenantsAsked(fetch)).toEqual(['acme']);
  });

  it('uses the latest callbacks, from the first effect of a child on', async () => {
    window.history.replaceState(null, '', '/t/acme/');
    const fetch = fakeService((request) =>
      request.url.endsWith('/users') ? json([]) : profileOf(request),
    );
    const Reader = ({ round }: { round: number }) => {
      const client = useTenantClient();
      useEffect(() => void client.GET('/users'), [client, round]);
      return null;
    };
    const at = (round: number) => (
      <TenantProvider {...settings} fetch={fetch} token={() => `token ${round}`}>
        <Reader round={round} />
      </TenantProvider>
    );
    const view = await act(async () => render(at(1)));
    await act(async () => view.rerender(at(2)));
    const tokens = fetch.mock.calls.map(([request]) => request.headers.get('Authorization'));
    expect(tokens.filter(Boolean)).toEqual(['Bearer token 1', 'Bearer token 2']);
  });

  it('sees where the page went while it was being shown', async () => {
    const Mover = () => {
      useLayoutEffect(() => window.history.replaceState(null, '', '/t/globex/'));
      return null;
    };
    const { text } = await showAt('/t/acme/', {}, <Mover />);
    expect(text()).toBe('Globex');
  });

  it('starts anew when React shows it again after hiding it', async () => {
    window.history.replaceState(null, '', '/t/acme/');
    const fetch = fakeService(profileOf);
    const clients: TenancyClient[] = [];
    const Reader = () => {
      clients.push(useTenantClient());
      return null;
    };
    const at = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>
        <TenantProvider {...settings} fetch={fetch} token={() => 'secret'}>
          <Reader />
        </TenantProvider>
      </Activity>
    );
    const view = await act(async () => render(at('visible')));
    await act(async () => view.rerender(at('hidden')));
    await act(async () => view.rerender(at('visible')));
    await expect(clients.at(-1)!.GET('/tenants/current')).resolves.toBeDefined();
    await expect(clients[0]!.GET('/tenants/current')).rejects.toMatchObject({ name: 'AbortError' });
  });
});
