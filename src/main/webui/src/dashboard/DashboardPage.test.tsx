import { focusManager } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Answer, problem, show } from '../test/show';
import { text } from '../text';
import { DashboardPage } from './DashboardPage';
import type { Overview } from './types';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  focusManager.setFocused(undefined);
});

const words = text.dashboard;
const acme = { id: 'a-1', name: 'Acme', subdomain: 'acme' };

function overview(change: Partial<Overview> = {}): Overview {
  return {
    at: new Date().toISOString(),
    tenants: {
      total: 1234,
      byStatus: { pending: 1, active: 1200, suspended: 33, deleted: 7 },
      byPlan: { basic: 1000, pro: 200, enterprise: 34 },
      byIsolation: { shared_database: 1200, schema_per_tenant: 30, database_per_tenant: 4 },
    },
    days: [{ day: '2026-11-25', tenants: 1234, created: 2, deleted: 1, requests: 10, errors: 0, refused: 0 }],
    busiest: [],
    nearQuota: [],
    provisioning: [],
    migrations: { target: 4, current: 34, behind: 0, failed: 0 },
    ...change,
  };
}

const showPage = (answer: Answer) => show(<DashboardPage />, { answer, at: '/' });
const showWith = (change?: Partial<Overview>) => showPage(() => Response.json(overview(change)));

const cardOf = (title: string) => {
  const card = screen.getByRole('heading', { level: 2, name: title }).closest<HTMLElement>('.pf-v6-c-card');
  return within(card ?? document.body);
};

describe('the dashboard', () => {
  it('counts tenants, and leads from each number to the list of those', async () => {
    showWith();
    await screen.findByText(words.tenants.total('1,234'));
    const counts = cardOf(words.tenants.title).getAllByRole('definition').map((count) => count.textContent);
    expect(counts).toEqual(['1', '1,200', '33', '7', '1,000', '200', '34', '1,200', '30', '4']);
    expect(screen.getByRole('link', { name: text.status.suspended }).getAttribute('href')).toBe('/tenants?status=suspended');
    expect(screen.getByRole('link', { name: text.plan.pro }).getAttribute('href')).toBe('/tenants?plan=pro');
  });

  it('says what there is none of', async () => {
    showWith();
    await screen.findByText(words.busiest.empty);
    screen.getByText(words.quota.empty);
    screen.getByText(words.provisioning.empty);
    screen.getByText(words.isolation.none);
  });

  it('leads to the tenants that need attention', async () => {
    showWith({
      busiest: [{ tenant: acme, requests: 9000, errors: 3, refused: 0 }],
      nearQuota: [
        { tenant: acme, quota: 'users', used: 10, limit: 10 },
        { tenant: acme, quota: 'storage', used: 900, limit: 1024 },
      ],
      provisioning: [{ tenant: acme, step: 'database', error: 'no room', attempts: 2 }],
    });
    await screen.findByText('no room');
    const hrefs = [words.busiest.title, words.quota.title, words.provisioning.title].map((title) =>
      cardOf(title).getAllByRole('link', { name: 'Acme' }).map((link) => link.getAttribute('href')),
    );
    expect(hrefs).toEqual([['/tenants/a-1/overview'], ['/tenants/a-1/usage', '/tenants/a-1/usage'], ['/tenants/new/a-1']]);
    screen.getByText(words.quota.of('10', '10', '100 %'));
    screen.getByText(words.quota.of('900 B', '1 KB', '87 %'));
    cardOf(words.provisioning.title).getByText(words.provisioning.noNext);
  });

  it('says that there may be more than it shows', async () => {
    const busiest = Array.from({ length: 10 }, (_, index) => ({ tenant: { ...acme, id: `a-${index}` }, requests: 9, errors: 0, refused: 0 }));
    showWith({ busiest });
    await screen.findByText(words.most(10));
    expect(cardOf(words.busiest.title).queryByText(words.most(10))).not.toBeNull();
  });

  it.each(['isolated', 'broken', 'inconclusive'] as const)('says of a proof that is %s what it is', async (verdict) => {
    showWith({ isolation: { verdict, at: '2026-11-25T00:00:00Z' } });
    await screen.findByText(words.isolation.verdict[verdict]);
    expect(cardOf(words.isolation.title).getByRole('link').getAttribute('href')).toBe('/isolation');
  });

  it('keeps what was there when it cannot be had anew, and says so', async () => {
    let down = false;
    const { queries } = showPage(() => (down ? problem(500, 'INTERNAL') : Response.json(overview())));
    await screen.findByText(words.tenants.total('1,234'));
    down = true;
    await queries.refetchQueries();
    await screen.findByText('The detail');
    screen.getByText(text.state.stale, { exact: false });
    screen.getByText(words.tenants.total('1,234'));
    down = false;
    await queries.refetchQueries();
    await waitFor(() => expect(screen.queryByText('The detail')).toBeNull());
  });

  it('is asked for anew every half minute, but not while nobody sees it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let asked = 0;
    showPage(() => {
      asked += 1;
      return Response.json(overview());
    });
    await screen.findByText(words.tenants.total('1,234'));
    focusManager.setFocused(false);
    await act(() => vi.advanceTimersByTimeAsync(61_000));
    expect(asked).toBe(1);
    focusManager.setFocused(true);
    // Whoever comes back is not shown what is old.
    await waitFor(() => expect(asked).toBe(2));
    await act(() => vi.advanceTimersByTimeAsync(31_000));
    await waitFor(() => expect(asked).toBe(3));
  });

  it('says that it is forbidden', async () => {
    showPage(() => problem(403, 'FORBIDDEN'));
    await screen.findByText(text.state.forbidden);
  });
});
