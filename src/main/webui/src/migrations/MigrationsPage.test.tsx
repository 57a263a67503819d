import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, problem, show } from '../test/show';
import { text } from '../text';
import { MigrationsPage } from './MigrationsPage';
import type { Drift, Migrations } from './types';

afterEach(cleanup);

const words = text.migrations;
const acme = { id: 'a-1', name: 'Acme', subdomain: 'acme' };

const behind: Migrations = {
  target: 4,
  tenants: 3,
  current: 1,
  behind: 2,
  failed: 1,
  running: false,
  versions: [
    { version: 4, tenants: 1 },
    { version: 0, tenants: 2 },
  ],
  waves: [{ number: 1, tenants: 2 }],
};
const current: Migrations = { ...behind, current: 3, behind: 0, failed: 0, versions: [{ version: 4, tenants: 3 }], waves: [] };

const drift = (change: Partial<Drift> = {}): Drift => ({
  version: 4,
  fingerprint: 'a',
  expected: 'a',
  differs: false,
  differences: [],
  ...change,
});

/** Answers by method and path; what is not there, by nothing at all. */
function showPage(answers: Record<string, Answer>) {
  const answer: Answer = (sent) => answers[`${sent.method} ${sent.path}`]?.(sent) ?? Response.json([]);
  return show(<MigrationsPage />, { answer, at: '/migrations' });
}

describe('the page of migrations', () => {
  it('shows versions, waves and who is behind, and why', async () => {
    showPage({
      'GET /migrations': () => Response.json(behind),
      'GET /migrations/behind': () =>
        Response.json([{ tenant: acme, isolation: 'schema_per_tenant', error: 'lock timeout' }]),
    });
    const versions = await screen.findByRole('table', { name: words.versionsTable });
    within(versions).getByText(words.noVersion);
    within(screen.getByRole('table', { name: words.wavesTable })).getByText('2');
    await screen.findByText('lock timeout');
    expect(screen.getByRole('link', { name: 'Acme' }).getAttribute('href')).toBe('/tenants/a-1/overview');
  });

  it('migrates after it was confirmed only, and tells when that has ended', async () => {
    let state = behind;
    let started = 0;
    showPage({
      'GET /migrations': () => {
        const now = state;
        state = current;
        return Response.json(now);
      },
      'POST /migrations': () => {
        started += 1;
        return Response.json({ ...behind, current: 2, running: true }, { status: 202 });
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: words.start }));
    const dialog = within(screen.getByRole('dialog'));
    dialog.getByText(words.confirm.title(2));
    dialog.getByText(words.confirm.body(4, 1));
    expect(started).toBe(0);
    await userEvent.click(dialog.getByRole('button', { name: words.confirm.start }));
    await screen.findByText(words.progress('2', '3'));
    expect(started).toBe(1);
    expect(screen.queryByRole('dialog')).toBeNull();
    await screen.findByText(words.ended, { exact: false }, { timeout: 4_000 });
    expect(screen.queryByText(words.running)).toBeNull();
    expect(screen.getByRole('button', { name: words.start }).getAttribute('aria-disabled')).toBe('true');
  });

  it('tells of an end that was there before the answer', async () => {
    showPage({
      'GET /migrations': () => Response.json(behind),
      'POST /migrations': () => Response.json(current, { status: 202 }),
    });
    await userEvent.click(await screen.findByRole('button', { name: words.start }));
    await userEvent.click(screen.getByRole('button', { name: words.confirm.start }));
    await screen.findByText(words.ended, { exact: false });
    screen.getByText(words.wavesEmpty);
  });

  it('says why it could not begin', async () => {
    showPage({ 'GET /migrations': () => Response.json(behind), 'POST /migrations': () => problem(409, 'CONFLICT') });
    await userEvent.click(await screen.findByRole('button', { name: words.start }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: words.confirm.start }));
    await dialog.findByText('The detail');
    dialog.getByText('r-1');
  });

  it('offers nothing to start where nobody is behind', async () => {
    showPage({ 'GET /migrations': () => Response.json(current) });
    await screen.findByText(words.list.empty);
    await screen.findByText(words.wavesEmpty);
    await userEvent.click(screen.getByRole('button', { name: words.start }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the check for drift', () => {
  const begin = async (answers: Record<string, Answer>) => {
    showPage({ 'GET /migrations': () => Response.json(current), ...answers });
    await screen.findByText(words.versions);
    await userEvent.click(screen.getByRole('button', { name: words.drift.start }));
  };

  it('goes through all pages, and says in words what differs', async () => {
    await begin({
      'GET /drift/shared': () => Response.json(drift({ differs: true, differences: ['table orders is missing'] })),
      'GET /drift': ({ url }) =>
        url.searchParams.get('cursor') === 'two'
          ? Response.json([drift({ tenant: acme, differs: true, differences: ['index x is missing', 'index y is missing'] })])
          : Response.json([drift({ tenant: { ...acme, id: 'b', name: 'Beta' } })], {
              headers: { Link: '</drift?cursor=two>; rel="next"' },
            }),
    });
    await screen.findByText(words.drift.some(2, 2), { exact: false });
    const table = within(screen.getByRole('table', { name: words.drift.table }));
    table.getByText(words.drift.shared);
    table.getByRole('link', { name: 'Acme' });
    expect(table.queryByText('Beta')).toBeNull();
    await userEvent.click(table.getByRole('button', { name: words.drift.differences(2) }));
    table.getByText('index y is missing');
  });

  it('says that none differs', async () => {
    await begin({
      'GET /drift/shared': () => Response.json(drift()),
      'GET /drift': () => Response.json([drift({ tenant: acme })]),
    });
    await screen.findByText(words.drift.none(1), { exact: false });
    expect(screen.queryByRole('table', { name: words.drift.table })).toBeNull();
  });

  it('stops when told to, and does not call the rest free of drift', async () => {
    await begin({
      'GET /drift/shared': () => Response.json(drift()),
      'GET /drift': ({ url }) =>
        url.searchParams.has('cursor')
          ? new Promise(() => {})
          : Response.json([drift({ tenant: acme })], { headers: { Link: '</drift?cursor=two>; rel="next"' } }),
    });
    await screen.findByText(words.drift.checked(1, 3));
    await userEvent.click(screen.getByRole('button', { name: words.drift.stop }));
    await screen.findByText(words.drift.stopped(1), { exact: false });
    expect(screen.queryByText(words.drift.none(1), { exact: false })).toBeNull();
    screen.getByRole('button', { name: words.drift.again });
  });

  it('keeps what it found when it breaks off', async () => {
    await begin({
      'GET /drift/shared': () => Response.json(drift({ differs: true })),
      'GET /drift': () => problem(503, 'STORAGE_UNAVAILABLE'),
    });
    await screen.findByText(words.drift.failed(0), { exact: false });
    screen.getByText('r-1');
    screen.getByText(words.drift.unnamed);
  });
});
