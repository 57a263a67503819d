import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginAccess } from '../access/grants';
import { type Answer, problem, show } from '../test/show';
import { tenant } from '../test/tenant';
import { text } from '../text';
import { TenantPage } from './TenantPage';

beforeEach(() => window.sessionStorage.clear());
afterEach(cleanup);

const acme = tenant({ id: 't1' });
const found = (etag = '"1"') => Response.json(acme, { headers: { ETag: etag } });

function showPage(at: string, answer: Answer, roles?: readonly string[]) {
  return show([{ path: '/tenants/:id/:tab?', element: <TenantPage /> }], { at, answer, ...(roles && { roles }) });
}

const colour = () => screen.findByRole<HTMLInputElement>('textbox', { name: text.branding.primaryColor });

describe('the page of a tenant', () => {
  it('keeps what is being entered when the tenant cannot be had anew, and says so', async () => {
    let down = false;
    const { queries } = showPage('/tenants/t1/branding', () => (down ? problem(503, 'STORAGE_UNAVAILABLE') : found()));
    await userEvent.type(await colour(), '#123456');
    down = true;
    await queries.refetchQueries();
    await screen.findByText(text.state.stale, { exact: false });
    expect((await colour()).value).toBe('#123456');
    down = false;
    await queries.refetchQueries();
    await waitFor(() => expect(screen.queryByText(text.state.stale, { exact: false })).toBeNull());
    expect((await colour()).value).toBe('#123456');
  });

  it('shows nothing any more of a tenant that is not for whoever looks', async () => {
    let refused = false;
    const { queries } = showPage('/tenants/t1/overview', () => (refused ? problem(403, 'FORBIDDEN') : found()));
    await screen.findByText('acme');
    refused = true;
    await queries.refetchQueries();
    await screen.findByText(text.state.forbidden);
    expect(screen.queryByText('acme')).toBeNull();
  });

  it('asks nothing of another tenant in its own name while that one is gone to', async () => {
    const user = (name: string) => ({ id: 'u', name, email: 'e', createdAt: '2026-01-01T00:00:00Z' });
    const { router, queries, sent } = showPage('/tenants/a/users', ({ path, headers }) =>
      path === '/users' ? Response.json([user(`Of ${headers.get('X-Tenant-ID')}`)])
      : path === '/tenants/current' ? undefined
      : Response.json(tenant({ id: path.slice('/tenants/'.length) })),
    ['tenant-admin']);
    await screen.findByText('Of a');
    await router.navigate('/tenants/g/users');
    await screen.findByText('Of g');
    expect(sent.filter(({ path }) => path === '/users').map(({ headers }) => headers.get('X-Tenant-ID'))).toEqual(['a', 'g']);
    const kept = queries.getQueryCache().findAll({ queryKey: ['tenant', 'a'] }).filter(({ state }) => state.data !== undefined);
    expect(kept).toEqual([]);
  });

  it('is not entered without a reason by going there from another one', async () => {
    beginAccess({ subject: 'me', tenant: 'a' }, 'Ticket 7', 15);
    const { router, sent } = showPage('/tenants/a/users', ({ path }) =>
      path === '/users' ? Response.json([]) : Response.json(tenant({ id: path.slice('/tenants/'.length) })),
    );
    await screen.findByText(text.users.empty);
    await router.navigate('/tenants/g/users');
    await screen.findByText(text.access.title);
    expect(sent.filter(({ path }) => path === '/users').map(({ headers }) => headers.get('X-Tenant-ID'))).toEqual(['a']);
  });

  it('is at one address, so that what is cached of a tenant goes when it is left', async () => {
    const { router, queries } = showPage('/tenants/acme/users?limit=50', ({ path, headers }) =>
      path === '/users' ? Response.json([]) : headers.has('X-Tenant-ID') ? undefined : found(),
    ['tenant-admin']);
    await screen.findByText(text.users.empty);
    expect(router.state.location.pathname + router.state.location.search).toBe('/tenants/t1/users?limit=50');
    const cached = () => queries.getQueryCache().findAll({ queryKey: ['tenant'] }).flatMap(({ queryKey, state }) => (state.data ? [queryKey[1]] : []));
    expect(cached()).toContain('t1');
    await router.navigate('/elsewhere');
    await waitFor(() => expect(cached()).toEqual([]));
  });

  it('keeps what was entered when what is there now cannot be loaded', async () => {
    let down = false;
    const { sent } = showPage('/tenants/t1/branding', ({ method }) =>
      down ? problem(503, 'STORAGE_UNAVAILABLE') : method === 'PATCH' ? problem(412, 'PRECONDITION_FAILED') : found(),
    );
    await userEvent.type(await colour(), '#123456');
    await userEvent.click(screen.getByRole('button', { name: text.settings.save }));
    await screen.findByText(text.conflict.body);
    expect(sent.find(({ method }) => method === 'PATCH')?.headers.get('If-Match')).toBe('"1"');
    down = true;
    await userEvent.click(screen.getByRole('button', { name: text.conflict.load }));
    await screen.findByText(text.state.stale, { exact: false });
    expect((await colour()).value).toBe('#123456');
    screen.getByText(text.conflict.body);
  });

  it('does to the version that was shown what is asked for, and shows another one first', async () => {
    let etag = '"1"';
    const { sent } = showPage('/tenants/t1/danger', ({ method, headers }) => {
      if (method === 'GET') {
        return found(etag);
      }
      return headers.get('If-Match') === etag ? found(etag) : problem(412, 'PRECONDITION_FAILED');
    });
    const suspends = () => sent.filter(({ path }) => path === '/tenants/t1/suspend').map(({ headers }) => headers.get('If-Match'));
    await userEvent.click(await screen.findByRole('button', { name: text.danger.suspend }));
    etag = '"2"';
    const act = within(screen.getByRole('dialog')).getByRole('button', { name: text.danger.suspend });
    await userEvent.click(act);
    await screen.findByText('The detail');
    await userEvent.click(act);
    await screen.findByText(text.danger.done.suspend, { exact: false });
    expect(suspends()).toEqual(['"1"', '"2"']);
  });
});

describe('the usage of a tenant', () => {
  it('is full where nothing may be used, and tells none from no limit', async () => {
    beginAccess({ subject: 'me', tenant: 't1' }, 'Ticket 7', 15);
    showPage('/tenants/t1/usage', ({ path }) =>
      path === '/usage'
        ? Response.json({ users: { used: 0, limit: 0 }, storageBytes: { used: 0 }, requests: {} })
        : path === '/usage/history' ? Response.json([])
        : found(),
    );
    const users = await screen.findByRole('progressbar', { name: new RegExp(text.usage.users) });
    expect(users.getAttribute('aria-valuenow')).toBe('100');
    const of = (term: string) => screen.getByText(term, { selector: 'dt *' }).closest('div')?.querySelector('dd')?.textContent;
    expect(of(text.usage.requests)).toBe('0');
    expect(of(text.usage.rate)).toBe(text.usage.unlimited);
  });

  it('does not call what is not there a missing tenant', async () => {
    showPage('/tenants/t1/usage', ({ path }) => (path.startsWith('/usage') ? problem(404, 'NOT_FOUND') : found()), ['tenant-admin']);
    await screen.findAllByText(text.state.missing);
    expect(screen.queryByText(text.state.gone)).toBeNull();
  });
});
