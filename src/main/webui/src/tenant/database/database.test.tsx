import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { problem, show } from '../../test/show';
import { text } from '../../text';
import { DatabaseTab } from './DatabaseTab';

afterEach(cleanup);

const { database } = text;
const storage = {
  tenantId: 't', isolation: 'schema_per_tenant', database: 'tenancy', schema: 't_1', adopted: false,
  version: 3, target: 4, state: 'behind', error: 'lock timeout', bytes: 2048,
};
const drift = { version: 3, fingerprint: 'abc', expected: 'def', differs: true, differences: ['index users_name is missing'] };

describe('the storage of a tenant', () => {
  it('is shown with what is wrong with it', async () => {
    show(<DatabaseTab id="t" />, { answer: ({ path }) => (path === '/tenants/t/storage' ? Response.json(storage) : undefined) });
    await screen.findByText(database.states.behind);
    screen.getByText('lock timeout');
    screen.getByText('2 KB');
    screen.getByText('t_1');
  });

  it('is compared when it is asked for, and not before', async () => {
    const { sent } = show(<DatabaseTab id="t" />, {
      answer: ({ path }) => (path === '/tenants/t/storage' ? Response.json(storage) : path === '/tenants/t/drift' ? Response.json(drift) : undefined),
    });
    await screen.findByText('t_1');
    expect(sent.some(({ path }) => path.endsWith('/drift'))).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: database.compare }));
    await screen.findByText(new RegExp(database.differs(1)));
    within(screen.getByRole('list', { name: database.differences })).getByText('index users_name is missing');
  });

  it('says that a comparison failed', async () => {
    show(<DatabaseTab id="t" />, {
      answer: ({ path }) => (path === '/tenants/t/drift' ? problem(503, 'STORAGE_UNAVAILABLE') : Response.json(storage)),
    });
    await userEvent.click(await screen.findByRole('button', { name: database.compare }));
    await screen.findByText('The detail');
    screen.getByRole('button', { name: database.compare });
  });
});
