import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { problem, show } from '../test/show';
import { text } from '../text';
import { UsageHistory } from './UsageHistory';

afterEach(cleanup);

const words = text.usageHistory;
const DAY = 86_400_000;
const today = () => new Date().toISOString().slice(0, 10);

function showHistory(answer: (url: URL) => Response, query = '') {
  const { router } = show(<UsageHistory id="acme" />, {
    roles: ['member'],
    at: `/tenants/acme/usage${query}`,
    answer: ({ path, url, headers }) =>
      path === '/usage/history' && headers.get('X-Tenant-ID') === 'acme' ? answer(url) : undefined,
  });
  return router;
}

const rangeOf = ({ searchParams }: URL) =>
  (Date.parse(searchParams.get('to') ?? '') - Date.parse(searchParams.get('from') ?? '')) / DAY + 1;

describe('the usage of a tenant, day by day', () => {
  it('is asked for as many days as the address says', async () => {
    const asked: number[] = [];
    const router = showHistory((url) => {
      asked.push(rangeOf(url));
      return Response.json([]);
    }, '?days=90');
    await screen.findByText(words.storageTitle);
    await userEvent.click(screen.getByRole('button', { name: words.days(30) }));
    await waitFor(() => expect(asked).toEqual([90, 30]));
    expect(router.state.location.search).toBe('');
    await userEvent.click(screen.getByRole('button', { name: words.days(90) }));
    expect(router.state.location.search).toBe('?days=90');
  });

  it('has a table for each chart, with units', async () => {
    showHistory(() => Response.json([{ day: today(), requests: 12, errors: 1, refused: 2, databaseMillis: 1500, storageBytes: 2048 }]));
    const first = async (title: string) => {
      await userEvent.click(await screen.findByRole('button', { name: `${text.charts.asTable}: ${title}` }));
      const rows = within(screen.getByRole('table', { name: text.charts.table(title) })).getAllByRole('row');
      return [...(rows[1]?.children ?? [])].slice(1).map((cell) => cell.textContent);
    };
    expect(await first(words.requestsTitle)).toEqual(['12']);
    expect(await first(words.errorsTitle)).toEqual(['1', '2']);
    expect(await first(words.storageTitle)).toEqual(['2 KB']);
    expect(await first(words.databaseTitle)).toEqual(['1,500 ms']);
  });

  it('says why it cannot be shown', async () => {
    showHistory(() => problem(503, 'STORAGE_UNAVAILABLE'));
    await screen.findByText('The detail');
    screen.getByText('r-1');
  });
});
