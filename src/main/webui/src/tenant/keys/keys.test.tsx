import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { problem, show } from '../../test/show';
import { tenant } from '../../test/tenant';
import { text } from '../../text';
import { DestroyKeysCard } from './DestroyKeysCard';
import { KeysTab } from './KeysTab';

afterEach(cleanup);

const { keys } = text;
const at = '2026-01-01T00:00:00Z';
const version = (number: number, state: string) => ({ purpose: 'data', version: number, state, provider: 'local', createdAt: at });
const still = { keys: [version(1, 'active')], rotation: null };
const rotating = {
  keys: [version(2, 'active'), version(1, 'old')],
  rotation: { version: 2, done: 30, total: 120, startedAt: at, lastError: null },
};
const rotated = { keys: [version(2, 'active'), version(1, 'destroyed')], rotation: null };

describe('the keys of a tenant', () => {
  it('say in words what each is good for', async () => {
    show(<KeysTab id="t" />, { answer: ({ path }) => (path === '/keys' ? Response.json(rotated) : undefined), roles: ['tenant-admin'] });
    await screen.findByText(keys.states['active'] as string);
    screen.getByText(keys.states['destroyed'] as string);
    expect(screen.queryByRole('button', { name: keys.rotate })).toBeNull();
  });

  it('are rotated after a confirmation, and looked at until that is done', async () => {
    const answers = [still, rotating, rotated];
    let begun = false;
    const { sent } = show(<KeysTab id="t" />, {
      answer: ({ method, path }) => {
        if (method === 'POST') {
          begun = true;
          return Response.json(rotating, { status: 202 });
        }
        return path !== '/keys' ? undefined : Response.json(begun && answers.length > 1 ? answers.shift() && answers[0] : answers[0]);
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: keys.rotate }));
    expect(begun).toBe(false);
    await userEvent.click(screen.getAllByRole('button', { name: keys.rotate }).at(-1) as HTMLElement);
    await screen.findAllByText(keys.progress('30', '120'));
    expect(sent.find(({ method }) => method === 'POST')?.headers.get('Idempotency-Key')).toBeTruthy();
    await screen.findByText(keys.done, {}, { timeout: 5_000 });
    expect(screen.queryByText(keys.progress('30', '120'))).toBeNull();
  }, 10_000);

  it('are rotated once, however often it is asked for before there is an answer', async () => {
    const { sent } = show(<KeysTab id="t" />, {
      answer: ({ method, path }) => {
        if (method === 'POST') {
          throw new TypeError('no network');
        }
        return path === '/keys' ? Response.json(still) : undefined;
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: keys.rotate }));
    const rotate = () => screen.getAllByRole<HTMLButtonElement>('button', { name: keys.rotate }).at(-1) as HTMLButtonElement;
    await userEvent.click(rotate());
    await screen.findByText('no network');
    await userEvent.click(rotate());
    const asked = () => sent.filter(({ method }) => method === 'POST').map(({ headers }) => headers.get('Idempotency-Key'));
    await waitFor(() => expect(asked()).toHaveLength(2));
    expect(asked()[0]).toBeTruthy();
    expect(asked()[1]).toBe(asked()[0]);
  });

  it('are not destroyed before the subdomain is typed, nor if they are others by then', async () => {
    const { sent } = show(<DestroyKeysCard tenant={tenant()} />, {
      answer: ({ method, path }) =>
        method === 'DELETE' ? problem(412, 'PRECONDITION_FAILED', { detail: 'They are others' })
        : path === '/keys' ? Response.json(still, { headers: { ETag: '"k1"' } })
        : undefined,
    });
    await userEvent.click(await screen.findByRole('button', { name: keys.destroy }));
    const confirm = screen.getAllByRole('button', { name: keys.destroy }).at(-1) as HTMLButtonElement;
    await userEvent.type(screen.getByRole('textbox'), 'acm');
    expect(confirm.disabled).toBe(true);
    await userEvent.type(screen.getByRole('textbox'), 'e');
    await userEvent.click(confirm);
    await screen.findByText('They are others');
    expect(sent.find(({ method }) => method === 'DELETE')?.headers.get('If-Match')).toBe('"k1"');
  });

  it('cannot be destroyed where the tenant is not served', async () => {
    show(<DestroyKeysCard tenant={tenant({ status: 'suspended' })} />, { answer: () => undefined });
    await screen.findByText(keys.destroyInactive);
    await waitFor(() => expect((screen.getByRole('button', { name: keys.destroy }) as HTMLButtonElement).disabled).toBe(true));
  });
});
