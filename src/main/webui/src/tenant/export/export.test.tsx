import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { problem, savedFiles, type Sent, show } from '../../test/show';
import { tenant } from '../../test/tenant';
import { text } from '../../text';
import { ExportCard } from './ExportCard';

afterEach(cleanup);

const { tenantExport } = text;
const next = { headers: { Link: '</users?cursor=two>; rel="next"' } };

function service({ path, url }: Sent): Response | undefined {
  switch (path) {
    case '/users':
      return url.searchParams.get('cursor') === 'two' ? Response.json([{ id: 'u2' }]) : Response.json([{ id: 'u1' }], next);
    case '/products':
      return Response.json([]);
    case '/orders':
      return Response.json([{ id: 'o1' }]);
    case '/config':
      return Response.json([
        { key: 'locale', value: 'en', secret: false },
        { key: 'smtp', value: 'hush', secret: true },
      ]);
    case '/audit':
      return Response.json([{ id: 'a1' }]);
    default:
      return undefined;
  }
}

describe('the export of a tenant', () => {
  it('holds all pages of everything, what it is, and how much, but no secrets', async () => {
    const saved = savedFiles();
    const { sent } = show(<ExportCard tenant={tenant()} />, { answer: service });
    await userEvent.click(await screen.findByRole('button', { name: tenantExport.start }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toMatch(/^acme-.*\.ndjson$/);
    const content = (await saved[0]?.content.text()) ?? '';
    expect(content).not.toContain('hush');
    const lines = content.trim().split('\n').map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ kind: 'aegisx-tenancy-export', tenant: { subdomain: 'acme' }, note: tenantExport.note });
    expect(lines.slice(1, -1)).toEqual([
      { kind: 'user', data: { id: 'u1' } },
      { kind: 'user', data: { id: 'u2' } },
      { kind: 'order', data: { id: 'o1' } },
      { kind: 'config', data: { key: 'locale', value: 'en', secret: false } },
      { kind: 'config', data: { key: 'smtp', secret: true } },
      { kind: 'audit', data: { id: 'a1' } },
    ]);
    expect(lines.at(-1)).toMatchObject({ kind: 'end', counts: { user: 2, product: 0, order: 1, config: 2, audit: 1 } });
    expect(sent.filter(({ path }) => path === '/users').every(({ headers }) => headers.get('X-Tenant-ID') === 'acme')).toBe(true);
  });

  it('shows how far it is, and saves nothing when it is stopped', async () => {
    const saved = savedFiles();
    show(<ExportCard tenant={tenant()} />, {
      answer: (sent) => (sent.path === '/orders' ? new Promise<undefined>(() => {}) : service(sent)),
    });
    await userEvent.click(await screen.findByRole('button', { name: tenantExport.start }));
    await screen.findByText(`${tenantExport.kinds.user}: 2 · ${tenantExport.states.done}`);
    await screen.findByText(`${tenantExport.kinds.order}: 0 · ${tenantExport.states.reading}`);
    await userEvent.click(screen.getByRole('button', { name: new RegExp(tenantExport.stop) }));
    await screen.findByText(tenantExport.stopped);
    expect(saved).toEqual([]);
  });

  it('says why it failed', async () => {
    const saved = savedFiles();
    show(<ExportCard tenant={tenant()} />, {
      answer: (sent) => (sent.path === '/config' ? problem(503, 'STORAGE_UNAVAILABLE') : service(sent)),
    });
    await userEvent.click(await screen.findByRole('button', { name: tenantExport.start }));
    await screen.findByText('The detail');
    expect(saved).toEqual([]);
    screen.getByRole('button', { name: tenantExport.start });
  });
});
