import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Provisioning } from '../api/types';
import { problem, show } from '../test/show';
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

function showSteps(mayRetry: boolean) {
  let state = failed;
  return show(<ProvisioningSteps tenant="t" mayRetry={mayRetry} />, {
    answer: ({ method, path }) => {
      if (method === 'POST') {
        state = { ...failed, status: 'done', steps: failed.steps.map((step) => ({ ...step, status: 'done' })) };
        return Response.json(state, { status: 202 });
      }
      return path === '/tenants/t/provisioning' ? Response.json(state) : undefined;
    },
  });
}

describe('the steps that make a tenant', () => {
  it('show what failed, when it goes on, and a step that somebody added', async () => {
    showSteps(true);
    await screen.findByText('no room');
    screen.getByText(/disk full/);
    screen.getByText('mailbox');
    screen.getByText(/^in \d+ years$/);
  });

  it('are tried again at the press of a button', async () => {
    showSteps(true);
    await userEvent.click(await screen.findByRole('button', { name: text.provisioning.retry }));
    await screen.findByText(text.provisioning.done);
    expect(screen.queryByText('no room')).toBeNull();
  });

  it('are looked at again after a look that failed', async () => {
    const answers = [Response.json(failed), problem(503, 'STORAGE_UNAVAILABLE'), Response.json({ ...failed, status: 'done' })];
    show(<ProvisioningSteps tenant="t" mayRetry />, {
      answer: ({ path }) => (path === '/tenants/t/provisioning' ? answers.shift() : undefined),
    });
    await screen.findByText('no room');
    await screen.findByText('The detail', {}, { timeout: 3_000 });
    screen.getByText('no room');
    await screen.findByText(text.provisioning.done, {}, { timeout: 3_000 });
    expect(screen.queryByText('The detail')).toBeNull();
  });

  it('are not for everybody to try again', async () => {
    showSteps(false);
    await screen.findByText('no room');
    expect(screen.queryByRole('button', { name: text.provisioning.retry })).toBeNull();
  });
});
