import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, problem, show } from '../test/show';
import { UsersTab } from '../tenant/UsersTab';
import { text } from '../text';
import { emailProblem, personNameProblem } from './person';

afterEach(cleanup);

const ANN = {
  id: 'u1',
  email: 'ann@acme.example',
  name: 'Ann',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};

describe('what is entered of a user', () => {
  it.each([
    ['ann@acme.example', undefined],
    [' ann@acme.example ', undefined],
    ['ann@localhost', undefined],
    ['', 'required'],
    ['ann', 'badEmail'],
    ['ann@', 'badEmail'],
    ['@acme.example', 'badEmail'],
    ['ann@acme..example', 'badEmail'],
    ['ann b@acme.example', 'badEmail'],
    [`${'a'.repeat(65)}@acme.example`, 'badEmail'],
    [`ann@${'a'.repeat(250)}.example`, 'tooLongEmail'],
  ])('has in the e-mail address %j the problem %j', (email, expected) => {
    expect(emailProblem(email)).toBe(expected);
  });

  it('has a name', () => {
    expect([' ', 'Ann', 'a'.repeat(200), 'a'.repeat(201)].map(personNameProblem)).toEqual([
      'required', undefined, undefined, 'tooLongName',
    ]);
  });
});

function showUsers(answer: Answer, roles = ['tenant-admin']) {
  const { sent, router } = show(<UsersTab id="t1" />, {
    at: '/tenants/t1/users',
    roles,
    answer: async (one) =>
      (await answer(one)) ??
      (one.path === '/users/u1'
        ? Response.json(ANN, { headers: { ETag: '"3"' } })
        : Response.json(one.url.searchParams.get('name') === 'Nobody' ? [] : [ANN])),
  });
  return { router, asked: sent, sent: (method: string) => sent.filter((one) => one.method === method) };
}

const dialog = () => within(screen.getByRole('dialog'));
const fill = async (label: string, value: string) => {
  const field = dialog().getByRole('textbox', { name: new RegExp(label) });
  await userEvent.clear(field);
  await userEvent.type(field, value);
};

async function openEdit() {
  await userEvent.click(await screen.findByRole('button', { name: text.users.editOf('Ann') }));
  await waitFor(() => dialog().getByRole('textbox', { name: /E-mail/ }));
}

describe('the users of a tenant', () => {
  it('are only read by members', async () => {
    showUsers(() => undefined, ['member']);
    await screen.findByText('ann@acme.example');
    expect(screen.queryByRole('button', { name: text.users.add })).toBeNull();
    expect(screen.queryByRole('button', { name: text.users.editOf('Ann') })).toBeNull();
  });

  it('get another one, once what was entered is right', async () => {
    const { sent, asked } = showUsers(({ method }) =>
      method === 'POST' ? Response.json({ ...ANN, id: 'u2', name: 'Bob' }, { status: 201 }) : undefined,
    );
    await screen.findByText('Ann');
    await userEvent.click(screen.getByRole('button', { name: text.users.add }));
    await userEvent.click(dialog().getByRole('button', { name: text.users.add }));
    expect(dialog().getAllByText(text.users.problem.required)).toHaveLength(2);
    await fill('E-mail', ' bob@acme.example');
    await fill('Name', 'Bob');
    expect(sent('POST')).toEqual([]);
    await userEvent.click(dialog().getByRole('button', { name: text.users.add }));
    await screen.findByText(text.users.added('Bob'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sent('POST')[0]?.body).toEqual({ email: 'bob@acme.example', name: 'Bob' });
    expect(sent('POST')[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
    await waitFor(() => expect(asked.at(-1)?.method).toBe('GET'));
  });

  it('have each an address of their own, which is said at the field', async () => {
    const { sent } = showUsers(({ method }) => (method === 'POST' ? problem(409, 'CONFLICT') : undefined));
    await screen.findByText('Ann');
    await userEvent.click(screen.getByRole('button', { name: text.users.add }));
    await fill('E-mail', 'ann@acme.example');
    await fill('Name', 'Ann');
    await userEvent.click(dialog().getByRole('button', { name: text.users.add }));
    await dialog().findByText(text.users.taken);
    await fill('E-mail', 'anna@acme.example');
    expect(dialog().queryByText(text.users.taken)).toBeNull();
    await userEvent.click(dialog().getByRole('button', { name: text.users.add }));
    await waitFor(() => expect(sent('POST')).toHaveLength(2));
    const [first, second] = sent('POST').map((request) => request.headers.get('Idempotency-Key'));
    expect(first).not.toBe(second);
  });

  it('are no more than the tenant may have', async () => {
    showUsers(({ method }) => (method === 'POST' ? problem(409, 'QUOTA_EXCEEDED', { detail: '10 of 10' }) : undefined));
    await screen.findByText('Ann');
    await userEvent.click(screen.getByRole('button', { name: text.users.add }));
    await fill('E-mail', 'bob@acme.example');
    await fill('Name', 'Bob');
    await userEvent.click(dialog().getByRole('button', { name: text.users.add }));
    await dialog().findByText(text.users.fullBody);
    dialog().getByText('10 of 10');
    dialog().getByText('r-1');
  });

  it('show what the service says of a field there', async () => {
    showUsers(({ method }) =>
      method === 'POST'
        ? problem(400, 'VALIDATION_FAILED', { violations: [{ field: 'email', message: 'must be well-formed' }] })
        : undefined,
    );
    await screen.findByText('Ann');
    await userEvent.click(screen.getByRole('button', { name: text.users.add }));
    await fill('E-mail', 'bob@-');
    await fill('Name', 'Bob');
    await userEvent.click(dialog().getByRole('button', { name: text.users.add }));
    await dialog().findByText('must be well-formed');
  });

  it('are changed as the version that was seen', async () => {
    const { sent } = showUsers(({ method }) => (method === 'PATCH' ? Response.json({ ...ANN, name: 'Anna' }) : undefined));
    await openEdit();
    await fill('Name', 'Anna');
    await userEvent.click(dialog().getByRole('button', { name: text.users.save }));
    await screen.findByText(text.users.changed('Anna'));
    expect(sent('PATCH')[0]?.headers.get('If-Match')).toBe('"3"');
  });

  it('are not changed over what somebody else changed', async () => {
    let version = 3;
    const { sent } = showUsers(({ method, path }) => {
      if (method === 'PATCH') {
        version = 4;
        return problem(412, 'PRECONDITION_FAILED');
      }
      return path === '/users/u1'
        ? Response.json({ ...ANN, name: version === 3 ? 'Ann' : 'Annette' }, { headers: { ETag: `"${version}"` } })
        : undefined;
    });
    await openEdit();
    await fill('Name', 'Anna');
    await userEvent.click(dialog().getByRole('button', { name: text.users.save }));
    await dialog().findByText(text.users.conflictTitle);
    const name = () => dialog().getByRole<HTMLInputElement>('textbox', { name: /Name/ }).value;
    expect(name()).toBe('Anna');
    await userEvent.click(dialog().getByRole('button', { name: text.conflict.load }));
    await waitFor(() => expect(name()).toBe('Annette'));
    expect(sent('PATCH')).toHaveLength(1);
  });

  it('are deleted after a question, as the version that was seen', async () => {
    const { sent } = showUsers(({ method }) => (method === 'DELETE' ? new Response(null, { status: 204 }) : undefined));
    await userEvent.click(await screen.findByRole('button', { name: text.users.deleteOf('Ann') }));
    await dialog().findByText(text.users.deleteBody('ann@acme.example'));
    expect(sent('DELETE')).toEqual([]);
    await userEvent.click(dialog().getByRole('button', { name: text.users.delete }));
    await screen.findByText(text.users.deleted('Ann'));
    expect(sent('DELETE')[0]?.headers.get('If-Match')).toBe('"3"');
  });

  it('may be gone already', async () => {
    showUsers(({ path }) => (path === '/users/u1' ? problem(404, 'NOT_FOUND') : undefined));
    await userEvent.click(await screen.findByRole('button', { name: text.users.deleteOf('Ann') }));
    await dialog().findByText(text.users.gone);
    expect(dialog().getByRole<HTMLButtonElement>('button', { name: text.users.delete }).disabled).toBe(true);
  });

  it('are found by the whole name, which the address keeps', async () => {
    const { router, asked } = showUsers(() => undefined);
    await screen.findByText('Ann');
    await userEvent.type(screen.getByRole('textbox', { name: text.users.search }), 'Nobody{Enter}');
    await screen.findByText(text.users.noMatch);
    expect(router.state.location.search).toBe('?name=Nobody');
    const names = new Set(asked.map(({ url }) => url.searchParams.get('name')));
    expect(names).toEqual(new Set([null, 'Nobody']));
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    await screen.findByText('Ann');
    expect(router.state.location.search).toBe('');
  });
});
