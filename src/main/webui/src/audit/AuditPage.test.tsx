import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { problem, savedFiles, type Sent, show } from '../test/show';
import { text } from '../text';
import { AuditPage } from './AuditPage';

afterEach(cleanup);

const entry = {
  id: 'e-1',
  at: '2026-01-01T00:00:00Z',
  actor: 'root',
  action: 'tenant.changed',
  tenantId: 't-1',
  target: 'tenant/acme',
  outcome: 'success',
  requestId: 'r-9',
  before: { plan: 'basic', note: 'x' },
  after: { plan: 'pro', size: 1 },
};

const trail = ({ path }: Sent) =>
  path === '/audit' ? Response.json([entry]) : path === '/tenants' ? Response.json([{ id: 't-1', name: 'Acme' }]) : undefined;

describe('the audit trail', () => {
  it('shows an entry with what was added, removed and changed, and gives the focus back', async () => {
    show(<AuditPage />, { answer: trail });
    await screen.findByRole('link', { name: 'Acme' });
    const opener = screen.getByRole('button', { name: text.audit.details('tenant.changed') });
    await userEvent.click(opener);
    const dialog = within(screen.getByRole('dialog'));
    const rows = within(dialog.getByRole('table', { name: text.audit.changes }));
    for (const [field, kind] of [['plan', 'Changed'], ['note', 'Removed'], ['size', 'Added']] as const) {
      const row = rows.getByText(field).closest('tr') as HTMLElement;
      within(row).getByText(kind);
    }
    dialog.getByText('r-9');
    await userEvent.click(dialog.getAllByRole('button', { name: text.audit.close })[0] as HTMLElement);
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('asks for what the address filters by, in the words of the service', async () => {
    const { sent } = show(<AuditPage />, {
      answer: trail,
      at: '/audit?action=tenant.entered&outcome=denied&from=2026-01-01T01:00:00%2B01:00&to=nonsense&actor=',
    });
    await screen.findByText('tenant/acme');
    const asked = sent.find(({ path }) => path === '/audit');
    expect(Object.fromEntries(asked?.url.searchParams ?? [])).toEqual({
      action: 'tenant.entered',
      outcome: 'denied',
      from: '2026-01-01T00:00:00.000Z',
      limit: '20',
    });
  });

  it('keeps what is filtered in the address, and goes back to the first page', async () => {
    const { router } = show(<AuditPage />, { answer: trail, at: '/audit?cursor=two&limit=50' });
    await screen.findByText('tenant/acme');
    await userEvent.type(screen.getByLabelText(text.audit.actor), 'root');
    await waitFor(() => expect(router.state.location.search).toBe('?limit=50&actor=root'));
    await userEvent.selectOptions(screen.getByLabelText(text.audit.outcome), 'failure');
    expect(router.state.location.search).toBe('?limit=50&actor=root&outcome=failure');
    const moment = new Date('2026-03-01T10:30').toISOString();
    fireEvent.change(screen.getByLabelText(text.audit.from), { target: { value: '2026-03-01T10:30' } });
    expect(new URLSearchParams(router.state.location.search).get('from')).toBe(moment);
    await userEvent.click(screen.getByRole('button', { name: text.audit.clear }));
    expect(router.state.location.search).toBe('?limit=50');
  });

  it('tells nothing recorded from nothing that matches', async () => {
    show(<AuditPage />, { answer: () => Response.json([]), at: '/audit?actor=nobody' });
    await screen.findByText(text.audit.noMatch);
    cleanup();
    show(<AuditPage />, { answer: () => Response.json([]) });
    await screen.findByText(text.audit.empty);
  });

  it('saves what is filtered, as the service writes it', async () => {
    const saved = savedFiles();
    const { sent } = show(<AuditPage />, {
      answer: (request) =>
        request.path === '/audit/export.ndjson' ? new Response('{"id":"e-1"}\n{"id":"e-2"}\n') : trail(request),
      at: '/audit?outcome=denied&cursor=two',
    });
    await screen.findByText('tenant/acme');
    await userEvent.click(screen.getByRole('button', { name: text.audit.export.ndjson }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toMatch(/^audit-.*\.ndjson$/);
    expect(await saved[0]?.content.text()).toBe('{"id":"e-1"}\n{"id":"e-2"}\n');
    const asked = sent.find(({ path }) => path === '/audit/export.ndjson');
    expect(asked?.url.search).toBe('?outcome=denied');
    expect(asked?.headers.get('Authorization')).toBe('Bearer token');
  });

  it('saves nothing of an export that is stopped half way', async () => {
    const saved = savedFiles();
    const endless = new ReadableStream({ start: (to) => to.enqueue(new TextEncoder().encode('id\r\n')) });
    show(<AuditPage />, {
      answer: (request) => (request.path === '/audit/export.csv' ? new Response(endless) : trail(request)),
    });
    await screen.findByText('tenant/acme');
    await userEvent.click(screen.getByRole('button', { name: text.audit.export.csv }));
    await userEvent.click(await screen.findByRole('button', { name: new RegExp(text.audit.export.stop) }));
    await screen.findByText(text.audit.export.stopped);
    expect(saved).toEqual([]);
  });

  it('says why an export failed', async () => {
    show(<AuditPage />, {
      answer: (request) => (request.path === '/audit/export.csv' ? problem(503, 'STORAGE_UNAVAILABLE') : trail(request)),
    });
    await screen.findByText('tenant/acme');
    await userEvent.click(screen.getByRole('button', { name: text.audit.export.csv }));
    await screen.findByText('The detail');
  });
});
