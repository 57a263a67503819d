import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { problem, show } from '../../test/show';
import { text } from '../../text';
import { HistoryDialog } from './HistoryDialog';

afterEach(cleanup);

const { settings } = text;

/** Shows the first page of changes, and then what is answered for the next. */
async function showHistory(next: Response) {
  const changes = [{ id: 'a', actor: 'bob', before: { secret: true }, after: { secret: false, value: 'de' } }];
  show(<HistoryDialog id="acme" name="locale" onClose={() => {}} />, {
    answer: ({ path, url }) => {
      if (path !== '/config/locale/history') {
        return undefined;
      }
      return url.searchParams.get('cursor') === 'two'
        ? next
        : Response.json(changes, { headers: { Link: '</config/locale/history?cursor=two>; rel="next"' } });
    },
  });
  await screen.findByText('"de"');
  screen.getByText('bob');
  await userEvent.click(screen.getByRole('button', { name: settings.historyMore }));
}

describe('the history of a value', () => {
  it('is told page by page, without secrets', async () => {
    await showHistory(Response.json([{ id: 'b', actor: 'ann', after: { secret: true } }]));
    await screen.findByText('ann');
    expect(screen.getAllByText(new RegExp(settings.secretValue))).toHaveLength(2);
    expect(screen.queryByRole('button', { name: settings.historyMore })).toBeNull();
  });

  it('stays when older changes cannot be had', async () => {
    await showHistory(problem(503, 'STORAGE_UNAVAILABLE'));
    await screen.findByText('The detail');
    screen.getByText('bob');
    screen.getByRole('button', { name: settings.historyMore });
  });
});
