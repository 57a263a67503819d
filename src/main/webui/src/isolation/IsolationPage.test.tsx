import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, problem, show } from '../test/show';
import { text } from '../text';
import { IsolationPage } from './IsolationPage';
import type { Report } from './types';

afterEach(cleanup);

const words = text.isolationReport;

const held: Report = {
  verdict: 'isolated',
  startedAt: '2026-11-25T00:00:00.000Z',
  finishedAt: '2026-11-25T00:00:00.331Z',
  canaries: ['canary-shared', 'canary-schema'],
  checks: [
    { check: 'own_data', claim: 'Own rows only', trials: 18, held: 18, broken: 0, inconclusive: 0 },
    { check: 'catalog', claim: 'Grants keep apart', trials: 4, held: 4, broken: 0, inconclusive: 0 },
  ],
  findings: [],
};
const broken: Report = {
  ...held,
  verdict: 'broken',
  checks: [
    { check: 'own_data', claim: 'Own rows only', trials: 18, held: 17, broken: 0, inconclusive: 1 },
    { check: 'catalog', claim: 'Grants keep apart', trials: 4, held: 3, broken: 1, inconclusive: 0 },
  ],
  findings: [
    { check: 'own_data', what: 'a list', outcome: 'inconclusive', detail: 'no answer' },
    { check: 'catalog', what: 'policies', outcome: 'broken', detail: 'lets rows through' },
  ],
};

const showPage = (answer: Answer, query = '') => show(<IsolationPage />, { answer, at: `/isolation${query}` });

const rowsOf = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.firstElementChild?.textContent);

describe('the report of isolation', () => {
  it('tells what was tried and held', async () => {
    showPage(() => Response.json(held));
    await screen.findByText(words.verdict.isolated, { exact: false });
    screen.getByText('canary-shared, canary-schema');
    screen.getByText(words.took('331'));
    screen.getByText(words.findings.none);
    screen.getByText(words.findings.noneBody(22));
    expect(rowsOf(words.checks.table)).toEqual([words.probe.own_data, words.probe.catalog]);
  });

  it('lists what was not held, filtered by what the address says', async () => {
    const { router } = showPage(() => Response.json(broken), '?outcome=broken');
    await screen.findByText(words.verdict.broken, { exact: false });
    expect(rowsOf(words.findings.table)).toEqual([words.probe.catalog]);
    expect(rowsOf(words.checks.table)).toEqual([words.probe.catalog]);
    await userEvent.click(screen.getByRole('button', { name: text.tenants.clear }));
    expect(rowsOf(words.findings.table)).toEqual([words.probe.own_data, words.probe.catalog]);
    await userEvent.click(screen.getByRole('button', { name: text.tenants.anyOf(words.checks.probe) }));
    await userEvent.click(screen.getByRole('option', { name: words.probe.own_data }));
    expect(router.state.location.search).toBe('?probe=own_data');
    expect(rowsOf(words.findings.table)).toEqual([words.probe.own_data]);
    screen.getByText('no answer');
  });

  it('says that no finding matches, rather than that there is none', async () => {
    showPage(() => Response.json(broken), '?outcome=held');
    await screen.findByText(words.findings.noMatch);
    expect(screen.queryByText(words.findings.none)).toBeNull();
  });

  it('is made anew at the press of a button', async () => {
    showPage(({ method }) => Response.json(method === 'POST' ? broken : held, { status: method === 'POST' ? 201 : 200 }));
    await screen.findByText(words.verdict.isolated, { exact: false });
    await userEvent.click(screen.getByRole('button', { name: words.prove }));
    await screen.findByText(words.verdict.broken, { exact: false });
    expect(screen.queryByText(words.verdict.isolated, { exact: false })).toBeNull();
  });

  it('stays when a new one could not be made', async () => {
    showPage(({ method }) => (method === 'POST' ? problem(503, 'STORAGE_UNAVAILABLE') : Response.json(held)));
    await screen.findByText(words.verdict.isolated, { exact: false });
    await userEvent.click(screen.getByRole('button', { name: words.prove }));
    await screen.findByText('The detail');
    screen.getByText(words.verdict.isolated, { exact: false });
    await waitFor(() => expect(screen.getByRole('button', { name: words.prove }).hasAttribute('disabled')).toBe(false));
  });
});
