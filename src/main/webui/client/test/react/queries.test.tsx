import { tenantKey, useTenant } from '@aegisx/tenancy-client/react';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { later } from '../service.js';
import { showAt, switchTo } from './harness.js';

afterEach(cleanup);

it('makes keys by tenant', () => {
  expect(tenantKey('acme', 'users', 7)).toEqual(['tenant', 'acme', 'users', 7]);
  expect(tenantKey(undefined)).toEqual(['tenant', null]);
});

/** Shows the users of the tenant; what they are and when they come is up to the test. */
function Users({ read }: { read: (tenant: string) => Promise<string> }) {
  const { subdomain = '' } = useTenant();
  const { data } = useQuery({
    queryKey: tenantKey(subdomain, 'users'),
    queryFn: () => read(subdomain),
    staleTime: Infinity,
  });
  return <output>{data ?? 'waiting'}</output>;
}

async function showUsers(read: (tenant: string) => Promise<string>) {
  const queryClient = new QueryClient();
  const users = (
    <QueryClientProvider client={queryClient}>
      <Users read={read} />
    </QueryClientProvider>
  );
  const { seen } = await showAt('/t/acme/', { queryClient }, users);
  const keys = () =>
    queryClient
      .getQueryCache()
      .getAll()
      .map((query) => query.queryKey);
  return { queryClient, seen, keys, text: () => screen.getByRole('status').textContent };
}

it("removes the old tenant's queries, and nothing else", async () => {
  const { queryClient, seen, keys, text } = await showUsers(async (tenant) => `users of ${tenant}`);
  queryClient.setQueryData(['platform'], 'stays');
  expect(text()).toBe('users of acme');

  await switchTo(seen, 'globex');
  expect(text()).toBe('users of globex');
  expect(keys()).toEqual([['platform'], ['tenant', 'globex', 'users']]);
});

it("asks anew at the tenant's return", async () => {
  let times = 0;
  const { seen, text } = await showUsers(async (tenant) => `${tenant} ${++times}`);
  await switchTo(seen, 'globex');
  await switchTo(seen, 'acme');
  expect(text()).toBe('acme 3');
});

it('does not take a late answer of the old tenant', async () => {
  const late = later<string>();
  const { queryClient, seen, keys, text } = await showUsers((tenant) =>
    tenant === 'acme' ? late.promise : Promise.resolve('users of globex'),
  );
  expect(text()).toBe('waiting');
  await switchTo(seen, 'globex');
  await act(async () => late.resolve('users of acme'));
  expect(text()).toBe('users of globex');
  expect(keys()).toEqual([['tenant', 'globex', 'users']]);
  expect(queryClient.getQueryData(tenantKey('acme', 'users'))).toBeUndefined();
});
