import {
  TenantProvider,
  browserHistory,
  pathLocation,
  routerHistory,
  useTenant,
} from '@aegisx/tenancy-client/react';
import { act, cleanup, render, screen } from '@testing-library/react';
import { Window } from 'happy-dom';
import { createBrowserRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeService } from '../service.js';
import { profileOf, tenantsAsked } from './harness.js';

afterEach(cleanup);

const settings = { baseUrl: 'http://service.test', naming: 'header', token: () => 'x' } as const;

function Name({ id }: { id: string }) {
  const { tenant, switchTenant } = useTenant();
  return (
    <button data-testid={id} onClick={() => switchTenant('globex')}>
      {tenant?.name ?? 'none'}
    </button>
  );
}

const nameAt = (id: string) => screen.getByTestId(id).textContent;
const click = (id: string) => act(async () => screen.getByTestId(id).click());

describe('two tabs', () => {
  it('have a tenant each', async () => {
    const tabs = ['http://localhost/t/acme/', 'http://localhost/t/acme/users'].map(
      (url) => new Window({ url }) as unknown as globalThis.Window,
    );
    const fetch = fakeService(profileOf);
    await act(async () =>
      tabs.map((tab, id) =>
        render(
          <TenantProvider {...settings} fetch={fetch} history={browserHistory(tab)}>
            <Name id={`tab-${id}`} />
          </TenantProvider>,
        ),
      ),
    );
    expect([nameAt('tab-0'), nameAt('tab-1')]).toEqual(['Acme Corporation', 'Acme Corporation']);
    await click('tab-0');
    expect([nameAt('tab-0'), nameAt('tab-1')]).toEqual(['Globex', 'Acme Corporation']);
    expect(tabs.map((tab) => tab.location.pathname)).toEqual(['/t/globex/', '/t/acme/users']);
    expect(tenantsAsked(fetch)).toEqual(['acme', 'acme', 'globex']);
    expect(tabs.map((tab) => tab.localStorage.length)).toEqual([0, 0]);
  });
});

describe('the history of the browser', () => {
  it('tells of back and forward while it is listened to', () => {
    const tab = new Window({ url: 'http://localhost/t/acme/' });
    const history = browserHistory(tab as unknown as globalThis.Window);
    const heard = vi.fn();
    const stop = history.subscribe(heard);
    history.push(new URL('http://localhost/t/globex/'));
    expect(history.url().pathname).toBe('/t/globex/');
    tab.dispatchEvent(new tab.PopStateEvent('popstate'));
    stop();
    tab.dispatchEvent(new tab.PopStateEvent('popstate'));
    expect(heard).toHaveBeenCalledOnce();
  });

  it('leaves the page for another origin', () => {
    const assign = vi.fn();
    const view = { location: { assign } } as unknown as globalThis.Window;
    browserHistory(view).leave(new URL('http://globex.localhost/'));
    expect(assign).toHaveBeenCalledExactlyOnceWith('http://globex.localhost/');
  });
});

describe('the history of a router', () => {
  it.each(['/', '/console', '/console/'])('of React Router, at %s', async (basename) => {
    const base = basename.replace(/\/$/, '');
    window.history.replaceState(null, '', `${base}/t/acme/users`);
    const router = createBrowserRouter([{ path: '*', element: null }], { basename });
    const fetch = fakeService(profileOf);
    const history = routerHistory(router);
    const location = pathLocation({ base });
    await act(async () =>
      render(
        <TenantProvider {...settings} fetch={fetch} history={history} location={location}>
          <Name id="routed" />
        </TenantProvider>,
      ),
    );
    expect(nameAt('routed')).toBe('Acme Corporation');

    await click('routed');
    expect(nameAt('routed')).toBe('Globex');
    expect(window.location.pathname).toBe(`${base}/t/globex/`);
    expect(router.state.location.pathname).toBe(`${base}/t/globex/`);

    await act(async () => router.navigate('/t/acme/users'));
    expect(nameAt('routed')).toBe('Acme Corporation');
    await act(async () => router.navigate('/t/acme/orders'));
    expect(tenantsAsked(fetch)).toEqual(['acme', 'globex', 'acme']);
    router.dispose();
  });
});
