import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Outlet } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Home } from '../app/Home';
import { type Answer, problem, type Sent, show } from '../test/show';
import { tenant } from '../test/tenant';
import { text } from '../text';
import { forgetTenant, recentsOf, rememberTenant } from './recents';
import { TenantSwitcher } from './TenantSwitcher';

const ACME = tenant({ id: 'a' });
const GLOBEX = tenant({ id: 'g', name: 'Globex', subdomain: 'globex', status: 'suspended' });
const KEY = 'console-recent-tenants:me';
const stored = () => recentsOf(window.localStorage.getItem(KEY));

beforeEach(() => window.localStorage.clear());
afterEach(cleanup);

describe('the tenants opened last', () => {
  it('are eight at most, the latest first, each once', () => {
    for (let number = 0; number < 10; number++) {
      rememberTenant('me', { id: `t${number}`, name: `T ${number}` });
    }
    rememberTenant('me', { id: 't5', name: 'Five' });
    expect(stored().map(({ id }) => id)).toEqual(['t5', 't9', 't8', 't7', 't6', 't4', 't3', 't2']);
    expect(stored()[0]).toEqual({ id: 't5', name: 'Five' });
    forgetTenant('me', 't9');
    expect(stored().map(({ id }) => id)).not.toContain('t9');
  });

  it('are kept for each person, and for nobody in particular not at all', () => {
    rememberTenant('other', { id: 'a', name: 'Acme' });
    rememberTenant(undefined, { id: 'a', name: 'Acme' });
    expect(stored()).toEqual([]);
    expect(window.localStorage).toHaveLength(1);
  });

  it.each(['{', '7', '{"id":"a"}', '[7,null,{"id":"a"},{"id":1,"name":"x"}]'])('are not read from %j', (value) => {
    expect(recentsOf(value)).toEqual([]);
  });
});

function showSwitcher(at: string, answer: Answer, roles = ['super-admin']) {
  const element = (
    <>
      <TenantSwitcher />
      <Outlet />
    </>
  );
  const children = [
    { index: true, element: <Home /> },
    { path: '*', element: <p>A page</p> },
  ];
  return show([{ element, children }], { at, answer, roles });
}

function service({ path, url }: Sent): Response {
  if (path !== '/tenants') {
    return Response.json(path.endsWith('/g') ? GLOBEX : ACME);
  }
  const q = url.searchParams.get('q') ?? '';
  return Response.json([ACME, GLOBEX].filter(({ subdomain }) => subdomain.includes(q)));
}

describe('the tenant switcher', () => {
  it('searches at the service, and goes to the same part of the other tenant', async () => {
    const { router, sent } = showSwitcher('/tenants/a/usage', service);
    await userEvent.click(await screen.findByRole('button', { name: text.switching.toggle('Acme') }));
    const field = screen.getByRole('combobox', { name: text.switching.search });
    expect(document.activeElement).toBe(field);
    await userEvent.type(field, 'glo');
    await screen.findByRole('option', { name: /Globex.*Suspended/ });
    await waitFor(() => expect(screen.queryByRole('option', { name: /Acme/ })).toBeNull());
    await waitFor(() => expect(sent.some(({ url }) => url.searchParams.get('q') === 'glo')).toBe(true));
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('button', { name: text.switching.toggle('Globex') });
    expect(router.state.location.pathname).toBe('/tenants/g/usage');
    expect(stored().map(({ id }) => id)).toEqual(['g', 'a']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('forgets what the old tenant answered', async () => {
    const { queries } = showSwitcher('/tenants/a/usage', service);
    await screen.findByRole('button', { name: text.switching.toggle('Acme') });
    queries.setQueryData(['tenant', 'a', 'usage'], 'of acme');
    await userEvent.click(screen.getByRole('button'));
    await userEvent.click(await screen.findByRole('option', { name: /Globex/ }));
    await screen.findByRole('button', { name: text.switching.toggle('Globex') });
    expect(queries.getQueryData(['tenant', 'a', 'usage'])).toBeUndefined();
  });

  it('is gone through by the arrow keys, and closed by Escape', async () => {
    showSwitcher('/tenants/a', service);
    const toggle = await screen.findByRole('button', { name: text.switching.toggle('Acme') });
    await userEvent.click(toggle);
    await screen.findByRole('option', { name: /Globex/ });
    const at = () => screen.getByRole('option', { selected: true }).textContent;
    expect(at()).toContain('Acme');
    await userEvent.keyboard('{ArrowDown}');
    expect(at()).toContain('Globex');
    expect(screen.getByRole('combobox').getAttribute('aria-activedescendant')).toBe(
      screen.getByRole('option', { selected: true }).id,
    );
    await userEvent.keyboard('{ArrowDown}');
    expect(at()).toContain('Acme');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(toggle);
  });

  it('says that none matches, and that there are more than are shown', async () => {
    showSwitcher('/tenants', ({ url }) =>
      url.searchParams.has('q') ? Response.json([]) : Response.json([ACME], { headers: { Link: '</tenants?cursor=x>; rel="next"' } }),
    );
    await userEvent.click(await screen.findByRole('button', { name: text.switching.choose }));
    await screen.findByText(text.switching.more);
    await userEvent.type(screen.getByRole('combobox'), 'zzz');
    await screen.findByText(text.switching.noMatch);
  });

  it('forgets a tenant that is gone', async () => {
    rememberTenant('me', { id: 'a', name: 'Acme' });
    showSwitcher('/tenants/a', ({ path }) => (path.endsWith('/a') ? problem(404, 'TENANT_NOT_FOUND') : Response.json([])));
    await waitFor(() => expect(stored()).toEqual([]));
  });

  it('is not there for people of one tenant, who begin at that tenant', async () => {
    const { router } = showSwitcher('/', () => Response.json([ACME]), ['member']);
    await waitFor(() => expect(router.state.location.pathname).toBe('/tenants/a'));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('searches in the few of somebody who may enter more than one', async () => {
    const { router } = showSwitcher('/', () => Response.json([ACME, GLOBEX]), ['member']);
    await waitFor(() => expect(router.state.location.pathname).toBe('/mine'));
    await userEvent.click(await screen.findByRole('button', { name: text.switching.choose }));
    await userEvent.type(screen.getByRole('combobox'), 'GLOB');
    const list = screen.getByRole('listbox');
    await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(1));
    within(list).getByRole('option', { name: /Globex/ });
  });
});
