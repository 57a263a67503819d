import { cleanup } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { fakeService, json } from '../service.js';
import { profileOf, showAt, switchTo } from './harness.js';

afterEach(cleanup);

it('sends the reason for the tenant of the address, and none where nobody enters', async () => {
  const fetch = fakeService((request) => (request.url.endsWith('/users') ? json([]) : profileOf(request)));
  const accessReason = (tenant: string | undefined) => (tenant === 'acme' ? 'Ticket 7' : undefined);
  const { seen } = await showAt('/t/acme/', { fetch, accessReason });
  await seen.client.GET('/users');
  await switchTo(seen, 'globex');
  await seen.client.GET('/users');
  const sent = fetch.mock.calls.map(([request]) => [
    new URL(request.url).pathname,
    request.headers.get('X-Access-Reason'),
  ]);
  expect(sent).toEqual([
    ['/tenants/current', null],
    ['/users', 'Ticket%207'],
    ['/tenants/current', null],
    ['/users', null],
  ]);
});
