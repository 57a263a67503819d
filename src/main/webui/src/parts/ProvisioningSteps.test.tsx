import { createTenancyClient } from '@aegisx/tenancy-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { PlatformContext } from '../api/clients';
import type { Provisioning } from '../api/types';
import { text } from '../text';
import { ProvisioningSteps } from './ProvisioningSteps';

afterEach(cleanup);

const failed: Provisioning = {
  tenantId: 't',
  status: 'failed',
  attempts: 2,
  startedAt: '2026-01-01T00:00:00Z',
  nextAttemptAt: '2126-01-01T00:00:00Z',
  lastError: 'no room',
  steps: [
    { name: 'storage', status: 'failed', attempts: 2, lastError: 'disk full' },
    { name: 'mailbox', status: 'pending', attempts: 0 },
  ],
};

function show(mayRetry: boolean) {
  let state = failed;
  const client = createTenancyClient({
    baseUrl: 'http://localhost',
    naming: 'header',
    token: () => 'token',
    fetch: async (request) => {
      if (request.method === 'POST') {
        state = { ...failed, status: 'done', steps: failed.steps.map((step) => ({ ...step, status: 'done' })) };
        return Response.json(state, { status: 202 });
      }
      return Response.json(state);
    },
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PlatformContext.Provider value={client}>
        <ProvisioningSteps tenant="t" mayRetry={mayRetry} />
      </PlatformContext.Provider>
    </QueryClientProvider>,
  );
}

describe('the steps that make a tenant', () => {
  it('show what failed, when it goes on, and a step that somebody added', async () => {
    show(true);
    await screen.findByText('no room');
    screen.getByText(/disk full/);
    screen.getByText('mailbox');
    screen.getByText(/^in \d+ years$/);
  });

  it('are tried again at the press of a button', async () => {
    show(true);
    await userEvent.click(await screen.findByRole('button', { name: text.provisioning.retry }));
    await screen.findByText(text.provisioning.done);
    expect(screen.queryByText('no room')).toBeNull();
  });

  it('are not for everybody to try again', async () => {
    show(false);
    await screen.findByText('no room');
    expect(screen.queryByRole('button', { name: text.provisioning.retry })).toBeNull();
  });
});
