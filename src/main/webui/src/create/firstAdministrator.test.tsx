import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Provisioning } from '../api/types';
import { problem, type Sent, show } from '../test/show';
import { tenant } from '../test/tenant';
import { text } from '../text';
import { CreatePage } from './CreatePage';
import { dropWish, keepWish, wishOf } from './firstAdministrator';
import { ProgressPage } from './ProgressPage';

const T1 = { subject: 'me', tenant: 't1' };
const T2 = { ...T1, tenant: 't2' };
const BOB = { email: 'bob@new.example', name: 'Bob' };
const words = text.firstAdministrator;

beforeEach(() => window.sessionStorage.clear());
afterEach(cleanup);

describe('who is to be the first administrator', () => {
  it('is kept until they are made, each with a key of their own', () => {
    keepWish(T1, { email: ' bob@new.example', name: 'Bob ' });
    keepWish(T2, BOB);
    expect(wishOf(T1)).toMatchObject(BOB);
    expect(wishOf(T1)?.key).not.toBe(wishOf(T2)?.key);
    dropWish(T1);
    expect(wishOf(T1)).toBeUndefined();
    expect(wishOf(T2)).toMatchObject(BOB);
  });

  it('may be nobody', () => {
    keepWish(T1, { email: ' ', name: '' });
    expect(window.sessionStorage).toHaveLength(0);
  });

  it.each(['{', '7', '{"email":"a@b","name":"A"}', '{"email":1,"name":"A","key":"k"}'])('is not read from %j', (stored) => {
    window.sessionStorage.setItem('console-first-administrator:me:t1', stored);
    expect(wishOf(T1)).toBeUndefined();
  });
});

const steps: Provisioning['steps'] = [];
const provisioning = (status: Provisioning['status']): Provisioning => ({
  tenantId: 't1', status, attempts: 1, startedAt: '2026-01-01T00:00:00Z', steps,
});

function showCreation(at: string, answerPost: () => Response, status: () => Provisioning['status'] = () => 'done') {
  const posts: Sent[] = [];
  const pages = [
    { path: '/tenants/new', element: <CreatePage /> },
    { path: '/tenants/new/:id', element: <ProgressPage /> },
  ];
  const shown = show(pages, {
    at,
    answer: (one) => {
      if (one.path === '/users') {
        posts.push(one);
        return answerPost();
      }
      if (one.method === 'POST') {
        return Response.json(tenant({ id: 't1', name: 'New' }), { status: 201 });
      }
      if (one.path.endsWith('/provisioning')) {
        return Response.json(provisioning(status()));
      }
      return one.path === '/tenants/t1' ? Response.json(tenant({ id: 't1' })) : problem(404, 'TENANT_NOT_FOUND');
    },
  });
  return { ...shown, posts };
}

const made = () => Response.json({ ...BOB, id: 'u1', createdAt: '', updatedAt: '' }, { status: 201 });

describe('the first administrator', () => {
  it('is made in the new tenant once it is ready, and not before', async () => {
    keepWish(T1, BOB);
    const key = wishOf(T1)?.key;
    let status: Provisioning['status'] = 'running';
    const { posts } = showCreation('/tenants/new/t1', made, () => status);
    await screen.findByText(words.waiting(BOB.name, BOB.email));
    expect(posts).toEqual([]);
    status = 'done';
    await screen.findByText(words.made(BOB.name, BOB.email), {}, { timeout: 3_000 });
    screen.getByText(words.signIn);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.body).toEqual(BOB);
    expect(posts[0]?.headers.get('X-Tenant-ID')).toBe('t1');
    expect(posts[0]?.headers.get('Idempotency-Key')).toBe(key);
    expect(decodeURIComponent(posts[0]?.headers.get('X-Access-Reason') ?? '')).toBe(words.reason);
    expect(wishOf(T1)).toBeUndefined();
  });

  it('can be tried again by the same key, also after a reload', async () => {
    keepWish(T1, BOB);
    let answer = () => problem(503, 'STORAGE_UNAVAILABLE');
    const { posts } = showCreation('/tenants/new/t1', () => answer());
    await screen.findByText('The detail');
    screen.getByText('r-1');
    cleanup();
    const again = showCreation('/tenants/new/t1', () => answer());
    await screen.findByText(words.failed(BOB.name));
    answer = made;
    await userEvent.click(screen.getByRole('button', { name: words.retry }));
    await screen.findByText(words.made(BOB.name, BOB.email));
    const keys = [...posts, ...again.posts].map((request) => request.headers.get('Idempotency-Key'));
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('is not made in the name of whoever signs in next', async () => {
    keepWish({ ...T1, subject: 'somebody else' }, BOB);
    const { posts } = showCreation('/tenants/new/t1', made);
    await screen.findByText(text.provisioning.done);
    expect(screen.queryByText(new RegExp(BOB.email))).toBeNull();
    expect(posts).toEqual([]);
  });

  it('can be given up', async () => {
    keepWish(T1, BOB);
    showCreation('/tenants/new/t1', () => problem(409, 'CONFLICT'));
    await screen.findByText(words.conflict(BOB.email));
    await userEvent.click(screen.getByRole('button', { name: words.drop }));
    expect(screen.queryByText(words.failed(BOB.name))).toBeNull();
    expect(wishOf(T1)).toBeUndefined();
  });

  it('is not lost with the rest of the wizard unless one says so', async () => {
    const { router } = showCreation('/tenants/new', made);
    await userEvent.type(screen.getByRole('textbox', { name: /Name/ }), 'New');
    await userEvent.click(screen.getByRole('button', { name: text.create.cancel }));
    await screen.findByText(text.create.unsaved);
    await userEvent.click(screen.getByRole('button', { name: text.branding.stay }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Name/ }).value).toBe('New');
    await userEvent.click(screen.getByRole('button', { name: text.create.cancel }));
    await userEvent.click(await screen.findByRole('button', { name: text.branding.leave }));
    expect(router.state.location.pathname).toBe('/tenants');
  });

  it('is asked for in the wizard, as a whole or not at all', async () => {
    const { posts, router } = showCreation('/tenants/new', made);
    const next = () => screen.getByRole<HTMLButtonElement>('button', { name: text.create.next });
    await userEvent.type(screen.getByRole('textbox', { name: /Name/ }), 'New');
    await userEvent.click(next());
    await screen.findByText(text.create.free, {}, { timeout: 3_000 });
    await userEvent.click(next());
    await userEvent.click(next());
    await userEvent.click(next());
    await userEvent.type(screen.getByRole('textbox', { name: /E-mail/ }), BOB.email);
    expect(next().disabled).toBe(true);
    await userEvent.type(screen.getByRole('textbox', { name: /Name/ }), BOB.name);
    expect(next().disabled).toBe(false);
    await userEvent.click(next());
    screen.getByText(words.person(BOB.name, BOB.email));
    await userEvent.click(screen.getByRole('button', { name: text.create.submit }));
    await screen.findByText(words.made(BOB.name, BOB.email), {}, { timeout: 3_000 });
    expect(router.state.location.pathname).toBe('/tenants/new/t1');
    expect(posts).toHaveLength(1);
  });
});
