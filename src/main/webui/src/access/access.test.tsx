import { focusManager } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { show } from '../test/show';
import { tenant } from '../test/tenant';
import { TenantPage } from '../tenant/TenantPage';
import { text } from '../text';
import { beginAccess, endAccess, grantOf, lastReason, minutesLeft, reasonProblem } from './grants';

const ROOT = { subject: 'me', tenant: 't1' };

beforeEach(() => window.sessionStorage.clear());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  focusManager.setFocused(undefined);
});

describe('a grant', () => {
  it('lasts as long as was chosen, for one person and one tenant', () => {
    beginAccess(ROOT, ' Ticket 7 ', 15, 0);
    expect(grantOf(ROOT, 899_999)).toEqual({ reason: 'Ticket 7', until: 900_000 });
    expect(grantOf(ROOT, 900_000)).toBeUndefined();
    expect(grantOf({ ...ROOT, tenant: 't2' }, 0)).toBeUndefined();
    expect(grantOf({ ...ROOT, subject: 'other' }, 0)).toBeUndefined();
  });

  it('has its reason as one line that can be read', () => {
    beginAccess(ROOT, 'Ticket\t7\nof 😀 Ann\uD83D', 15, 0);
    expect(grantOf(ROOT, 1)?.reason).toBe('Ticket 7 of 😀 Ann');
  });

  it('ends when it is ended', () => {
    beginAccess(ROOT, 'Ticket 7', 15, 0);
    expect(lastReason(ROOT)).toBe('Ticket 7');
    endAccess(ROOT);
    expect(grantOf(ROOT, 1)).toBeUndefined();
    expect(lastReason(ROOT)).toBeUndefined();
  });

  it.each(['{', '7', 'null', '{"reason":"x"}', '{"reason":"","until":9}', '{"reason":7,"until":9}'])(
    'is not read from %j',
    (stored) => {
      window.sessionStorage.setItem('console-access:me:t1', stored);
      expect(grantOf(ROOT, 0)).toBeUndefined();
    },
  );

  it('counts the minute that has begun', () => {
    const grant = { reason: 'x', until: 120_000 };
    expect([0, 1, 60_000, 119_999, 130_000].map((now) => minutesLeft(grant, now))).toEqual([2, 2, 1, 1, 0]);
  });

  it.each([
    ['x', undefined],
    [' x ', undefined],
    ['x'.repeat(200), undefined],
    ['', 'required'],
    ['  ', 'required'],
    ['\t\uFFFD', 'required'],
    ['x'.repeat(201), 'tooLong'],
  ])('takes the reason %j: %s', (reason, problem) => {
    expect(reasonProblem(reason)).toBe(problem);
  });
});

function showTenant(at: string, roles = ['super-admin']) {
  const { sent } = show([{ path: '/tenants/:id/:tab?', element: <TenantPage /> }], {
    at,
    roles,
    accessReason: (of) => (of === undefined ? undefined : lastReason({ subject: 'me', tenant: of })),
    answer: ({ path }) => Response.json(path === '/users' ? [] : tenant({ id: 't1' })),
  });
  return () => sent.filter(({ path }) => path === '/users');
}

describe("a tenant's own data", () => {
  it('is asked for after a platform administrator gave a reason, which is sent along', async () => {
    const users = showTenant('/tenants/t1/users');
    await screen.findByText(text.access.title);
    await userEvent.click(screen.getByRole('button', { name: text.access.enter }));
    screen.getByText(text.access.required);
    expect(users()).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'Störung 7');
    await userEvent.click(screen.getByRole('radio', { name: '30 minutes' }));
    await userEvent.click(screen.getByRole('button', { name: text.access.enter }));
    await screen.findByText(text.access.banner('Acme', 'Störung 7', 30));
    await waitFor(() => expect(users()).toHaveLength(1));
    expect(users()[0]?.headers.get('X-Access-Reason')).toBe('St%C3%B6rung%207');
  });

  it('has the focus once it is there, as the form had it before', async () => {
    showTenant('/tenants/t1/users');
    await userEvent.type(await screen.findByRole('textbox', { name: /Reason/ }), 'Ticket 7{Enter}');
    const empty = await screen.findByText(text.users.empty);
    expect(document.activeElement).not.toBe(document.body);
    expect(document.activeElement?.contains(empty)).toBe(true);
  });

  it('is not asked for any more when the time is over, until there is a reason again', async () => {
    beginAccess({ subject: 'me', tenant: 't1' }, 'Ticket 7', 15);
    const users = showTenant('/tenants/t1/users');
    await screen.findByText(text.users.empty);
    act(() => beginAccess({ subject: 'me', tenant: 't1' }, 'Ticket 7', -1));
    await screen.findByText(text.access.title);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    const asked = users().length;
    act(() => {
      focusManager.setFocused(false);
      focusManager.setFocused(true);
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(users()).toHaveLength(asked);
    act(() => beginAccess({ subject: 'me', tenant: 't1' }, 'Ticket 8', 15));
    await waitFor(() => expect(users().at(-1)?.headers.get('X-Access-Reason')).toBe('Ticket%208'));
  });

  it('goes again when the access is ended', async () => {
    beginAccess({ subject: 'me', tenant: 't1' }, 'Ticket 7', 15);
    showTenant('/tenants/t1/users');
    const banner = await screen.findByRole('status', { name: '' });
    expect(banner.textContent).toContain('Ticket 7');
    await screen.findByText(text.users.empty);
    await userEvent.click(screen.getByRole('button', { name: text.access.end }));
    await screen.findByText(text.access.title);
    expect(screen.queryByText(text.users.empty)).toBeNull();
  });

  it('is hidden when the time is over, without losing what is half entered; more can be had before', async () => {
    beginAccess({ subject: 'me', tenant: 't1' }, 'Ticket 7', 1);
    showTenant('/tenants/t1/users');
    await userEvent.click(await screen.findByRole('button', { name: text.access.more }));
    await screen.findByText(text.access.banner('Acme', 'Ticket 7', 15));
    expect(screen.queryByRole('button', { name: text.access.more })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: text.users.search }), 'half a na');
    act(() => beginAccess({ subject: 'me', tenant: 't1' }, 'Ticket 7', 0.01));
    await screen.findByText(text.access.title, {}, { timeout: 3_000 });
    expect(screen.queryByRole('textbox', { name: text.users.search })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'Ticket 8');
    await userEvent.click(screen.getByRole('button', { name: text.access.enter }));
    const kept = await screen.findByRole<HTMLInputElement>('textbox', { name: text.users.search });
    expect(kept.value).toBe('half a na');
  });

  it('needs no reason from its own people, nor what the platform keeps of it', async () => {
    showTenant('/tenants/t1/users', ['tenant-admin']);
    await screen.findByText(text.users.empty);
    cleanup();
    showTenant('/tenants/t1/branding');
    await screen.findAllByText(text.branding.primaryColor);
    expect(screen.queryByText(text.access.title)).toBeNull();
  });

  it('is not exported without a reason, while the tenant itself can be suspended', async () => {
    showTenant('/tenants/t1/danger');
    await screen.findByRole('button', { name: text.danger.suspend });
    await screen.findByText(text.access.title);
    expect(screen.queryByText(text.tenantExport.title)).toBeNull();
  });
});
