// @vitest-environment node
import { type PageStart, createTenancyClient, nextCursor, pages } from '@aegisx/tenancy-client';
import { expect, it } from 'vitest';
import { failureOf, fakeService, json, problem } from './service.js';

const PAGES = ['one', 'two', 'three'];

/** Three pages, linked as a service would that believes to be called something else. */
const fetch = () =>
  fakeService((request) => {
    const at = Number(new URL(request.url).searchParams.get('cursor') ?? 0);
    const link = `<http://internal:80/users?limit=1&cursor=${at + 1}>; rel="next"`;
    return json([{ name: PAGES[at] }], at < 2 ? { Link: link } : {});
  });

function usersOf(service: (request: Request) => Promise<Response>) {
  const client = createTenancyClient({
    baseUrl: 'http://localhost:8080',
    naming: 'header',
    tenant: 'acme',
    token: () => 'secret',
    fetch: service,
  });
  return pages((start: PageStart) =>
    client.GET('/users', { params: { query: { limit: 1, name: 'x', ...start } } }),
  );
}

it('goes through all pages', async () => {
  const service = fetch();
  const names: string[] = [];
  for await (const users of usersOf(service)) {
    names.push(...users.map((user) => user.name));
  }
  expect(names).toEqual(PAGES);
  expect(service.mock.calls.map(([request]) => request.url)).toEqual([
    'http://localhost:8080/users?limit=1&name=x',
    'http://localhost:8080/users?limit=1&name=x&cursor=1',
    'http://localhost:8080/users?limit=1&name=x&cursor=2',
  ]);
});

it('reads no further than it is asked to', async () => {
  const service = fetch();
  for await (const users of usersOf(service)) {
    expect(users).toHaveLength(1);
    break;
  }
  expect(service).toHaveBeenCalledOnce();
});

it('ends with the failure of a page', async () => {
  const all = usersOf(fakeService(() => problem(503, 'STORAGE_UNAVAILABLE')));
  expect(await failureOf(all.next())).toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
});

it('does not go in circles', async () => {
  const all = usersOf(fakeService(() => json([], { Link: '</users?cursor=1>; rel=next' })));
  await all.next();
  await all.next();
  expect(await failureOf(all.next())).toMatchObject({ message: expect.stringMatching(/begins/) });
});

it.each([
  ['<https://a.example/users?cursor=abc>; rel="next"', 'abc'],
  ['</users?cursor=a%2Bb>;rel=next', 'a+b'],
  ['<?cursor=abc>; title="a, b; c"; REL="last Next"', 'abc'],
  ['</users?ids=1,2>; rel="prev", </users?cursor=abc>; rel="next"', 'abc'],
  ['</users?cursor=no>; title="a; rel=next"; rel=prev', undefined],
  ['</users?cursor=no>; rel="nextish"', undefined],
  ['</users?cursor=no>', undefined],
  ['nonsense', undefined],
])('finds in %s the cursor %s', (link, cursor) => {
  expect(nextCursor(new Response(null, { headers: { Link: link } }))).toBe(cursor);
});

it('takes a next page that it cannot find for a failure, not for the end', () => {
  const answer = new Response(null, { headers: { Link: '</users?page=2>; rel="next"' } });
  expect(() => nextCursor(answer)).toThrow(/no cursor/);
});
