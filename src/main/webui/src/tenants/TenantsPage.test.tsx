import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, problem, show } from '../test/show';
import { tenant } from '../test/tenant';
import { text } from '../text';
import { TenantsPage } from './TenantsPage';

afterEach(cleanup);

function showTenants(answer: Answer, at = '/tenants') {
  return show(<TenantsPage />, { answer, at }).router;
}

describe('the list of tenants', () => {
  it('says that there are none', async () => {
    showTenants(() => Response.json([]));
    await screen.findByText(text.tenants.emptyTitle);
  });

  it('says that none matches, and clears the filters', async () => {
    const router = showTenants(
      ({ url }) => Response.json(url.searchParams.has('plan') ? [] : [tenant()]),
      '/tenants?plan=basic&cursor=x&limit=50',
    );
    await screen.findByText(text.tenants.noMatchTitle);
    const [clear] = screen.getAllByRole('button', { name: text.tenants.clear });
    await userEvent.click(clear as HTMLElement);
    await screen.findByRole('link', { name: 'Acme' });
    expect(router.state.location.search).toBe('?limit=50');
  });

  it('shows what the service says of a failure, with the request id', async () => {
    showTenants(() => problem(500, 'INTERNAL'));
    await screen.findByText('The detail');
    screen.getByText('r-1');
    screen.getByRole('button', { name: text.state.retry });
  });

  it('keeps the list when it cannot be had anew, and says so', async () => {
    let down = false;
    const { queries } = show(<TenantsPage />, {
      at: '/tenants',
      answer: () => (down ? problem(503, 'STORAGE_UNAVAILABLE') : Response.json([tenant()])),
    });
    await screen.findByRole('link', { name: 'Acme' });
    down = true;
    await queries.refetchQueries();
    await screen.findByText(text.state.stale, { exact: false });
    screen.getByRole('link', { name: 'Acme' });
  });

  it('says that it is forbidden', async () => {
    showTenants(() => problem(403, 'FORBIDDEN'));
    await screen.findByText(text.state.forbidden);
    expect(screen.queryByText('The detail')).toBeNull();
  });

  it('goes to the next page and back', async () => {
    const router = showTenants(({ url }) =>
      url.searchParams.get('cursor') === 'two'
        ? Response.json([tenant({ id: 'b', name: 'Beta' })])
        : Response.json([tenant()], { headers: { Link: '</tenants?cursor=two>; rel="next"' } }),
    );
    await screen.findByRole('link', { name: 'Acme' });
    await userEvent.click(screen.getByRole('button', { name: text.paging.next }));
    await screen.findByRole('link', { name: 'Beta' });
    expect(router.state.location.search).toBe('?cursor=two');
    await userEvent.click(screen.getByRole('button', { name: text.paging.previous }));
    await screen.findByRole('link', { name: 'Acme' });
    expect(router.state.location.search).toBe('');
  });

  it('asks the service for what is typed, once the typing pauses', async () => {
    const asked: (string | null)[] = [];
    showTenants(({ url }) => {
      asked.push(url.searchParams.get('q'));
      return Response.json([tenant()]);
    });
    await screen.findByRole('link', { name: 'Acme' });
    await userEvent.type(screen.getByRole('textbox', { name: text.tenants.search }), 'glo');
    await waitFor(() => expect(asked).toEqual([null, 'glo']));
  });

  it('is sorted by its headings, which say so, from the first page on', async () => {
    const asked: (string | null)[] = [];
    const router = showTenants(({ url }) => {
      asked.push(url.searchParams.get('sort'));
      return Response.json([tenant()]);
    }, '/tenants?cursor=x&plan=pro');
    const heading = () => screen.getByRole('columnheader', { name: text.field.createdAt });
    await screen.findByRole('link', { name: 'Acme' });
    expect(heading().getAttribute('aria-sort')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: text.field.createdAt }));
    await waitFor(() => expect(heading().getAttribute('aria-sort')).toBe('ascending'));
    expect(router.state.location.search).toBe('?plan=pro&sort=createdAt');
    await userEvent.click(screen.getByRole('button', { name: text.field.createdAt }));
    await waitFor(() => expect(heading().getAttribute('aria-sort')).toBe('descending'));
    await waitFor(() => expect(asked).toEqual([null, 'createdAt', '-createdAt']));
    expect(screen.queryByRole('button', { name: text.field.plan })).toBeNull();
  });

  it('can be sorted where it has no headings, and keeps the order when filters are cleared', async () => {
    const router = showTenants(() => Response.json([tenant()]), '/tenants?q=ac');
    await screen.findByRole('link', { name: 'Acme' });
    const menu = screen.getByRole('combobox', { name: text.tenants.sort });
    await userEvent.selectOptions(menu, '-name');
    await userEvent.click(screen.getByRole('button', { name: text.tenants.clear }));
    expect(router.state.location.search).toBe('?sort=-name');
    await userEvent.selectOptions(menu, '');
    expect(router.state.location.search).toBe('');
  });

  it('changes the plan of those that are selected, after a question, and tells how it went', async () => {
    const changes: [string, unknown][] = [];
    showTenants(({ method, path, body }) => {
      if (method !== 'PUT') {
        return Response.json([tenant({ id: 'a' }), tenant({ id: 'b', name: 'Beta' })]);
      }
      changes.push([path, body]);
      return path.endsWith('/b') ? problem(409, 'CONFLICT') : Response.json(tenant({ plan: 'enterprise' }));
    });
    await userEvent.click(await screen.findByRole('checkbox', { name: text.tenants.selectAll }));
    await userEvent.click(screen.getByRole('button', { name: text.bulk.plan }));
    const dialog = within(screen.getByRole('dialog'));
    const act = dialog.getByRole<HTMLButtonElement>('button', { name: text.bulk.plan });
    expect(act.disabled).toBe(true);
    await userEvent.click(dialog.getByRole('radio', { name: text.plan.enterprise }));
    expect(changes).toEqual([]);
    await userEvent.click(act);
    await dialog.findByText(text.bulk.summary(1, 1));
    dialog.getByText('The detail');
    expect(changes.sort()).toEqual([
      ['/tenants/a', { plan: 'enterprise' }],
      ['/tenants/b', { plan: 'enterprise' }],
    ]);
  });
});
