// @vitest-environment node
import { type TenancyClientOptions, createTenancyClient } from '@aegisx/tenancy-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failureOf, fakeService, json } from './service.js';

function clientWith(options: Partial<TenancyClientOptions>) {
  return createTenancyClient({
    baseUrl: 'http://localhost:8080',
    naming: 'header',
    tenant: 'acme',
    token: () => 'secret',
    ...options,
  });
}

const path = { id: '01a2125e-1c36-74b8-8a7a-e4075e5078ab' };

afterEach(() => vi.unstubAllGlobals());

describe('the token', () => {
  it('is sent', async () => {
    const fetch = fakeService(() => json([]));
    await clientWith({ fetch }).GET('/users');
    expect(fetch.mock.calls[0]![0].headers.get('Authorization')).toBe('Bearer secret');
  });

  it('is asked for before each request, and may take its time', async () => {
    const fetch = fakeService(() => json([]));
    const token = vi.fn().mockResolvedValueOnce('first').mockResolvedValueOnce('second');
    const client = clientWith({ fetch, token });
    await client.GET('/users');
    await client.GET('/users');
    expect(fetch.mock.calls.map(([request]) => request.headers.get('Authorization'))).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  it('is left out where there is none', async () => {
    const fetch = fakeService(() => json([]));
    await clientWith({ fetch, token: () => undefined }).GET('/users');
    expect(fetch.mock.calls[0]![0].headers.has('Authorization')).toBe(false);
  });

  it('does not replace one that the call has', async () => {
    const fetch = fakeService(() => json([]));
    const token = vi.fn();
    await clientWith({ fetch, token }).GET('/users', { headers: { Authorization: 'Bearer mine' } });
    expect(fetch.mock.calls[0]![0].headers.get('Authorization')).toBe('Bearer mine');
    expect(token).not.toHaveBeenCalled();
  });

  it('fails the call with its own error, and nothing is sent', async () => {
    const fetch = fakeService(() => json([]));
    const expired = new Error('sign in again');
    const token = () => Promise.reject(expired);
    expect(await failureOf(clientWith({ fetch, token }).GET('/users'))).toBe(expired);
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('a request', () => {
  it('passes by HTTP caches, which do not know tenants', async () => {
    const fetch = fakeService(() => json([]));
    await clientWith({ fetch }).GET('/users');
    expect(fetch.mock.calls[0]![0].cache).toBe('no-store');
  });

  it('has its body as JSON, and is answered with data', async () => {
    const fetch = fakeService(async (request) => json(await request.json()));
    const body = { email: 'ann@acme.example', name: 'Ann' };
    const { data, response } = await clientWith({ fetch }).POST('/users', { body });
    expect(data).toEqual(body);
    expect(response.status).toBe(200);
    expect(fetch.mock.calls[0]![0].headers.get('Content-Type')).toBe('application/json');
  });

  it('that patches says so', async () => {
    const fetch = fakeService(() => json({}));
    await clientWith({ fetch }).PATCH('/users/{id}', { params: { path }, body: { name: 'Ann' } });
    const request = fetch.mock.calls[0]![0];
    expect(request.method).toBe('PATCH');
    expect(request.headers.get('Content-Type')).toBe('application/merge-patch+json');
  });

  it('may be answered without content', async () => {
    const fetch = fakeService(() => new Response(null, { status: 204 }));
    const { data } = await clientWith({ fetch }).DELETE('/users/{id}', { params: { path } });
    expect(data).toBeUndefined();
  });

  it('goes through the fetch of the platform, looked up when it is sent', async () => {
    const client = clientWith({});
    const fetch = fakeService(() => json([]));
    vi.stubGlobal('fetch', fetch);
    await client.GET('/users');
    expect(fetch).toHaveBeenCalledOnce();
  });
});

it('says what it is the client of', () => {
  expect(clientWith({ naming: 'subdomain' })).toMatchObject({
    tenant: 'acme',
    baseUrl: 'http://acme.localhost:8080/',
  });
});

it('is typed by the OpenAPI document', async () => {
  const fetch = fakeService(() => json([]));
  const client = clientWith({ fetch });
  const { data } = await client.GET('/users');
  const emails: string[] = data.map((user) => user.email);
  const csv = await client.GET('/audit/export.csv', { parseAs: 'text' });
  const text: string = csv.data;
  const gone = await client.DELETE('/users/{id}', { params: { path } });
  const nothing: undefined = gone.data as undefined;
  expect([emails, text, nothing]).toBeDefined();

  const refused = () => [
    // @ts-expect-error an id is needed
    client.GET('/users/{id}'),
    // @ts-expect-error there is no such address
    client.GET('/nothing'),
    // @ts-expect-error it cannot be posted to
    client.POST('/features'),
    // @ts-expect-error a user has a name
    client.POST('/users', { body: { email: 'ann@acme.example' } }),
    // @ts-expect-error a limit is a number
    client.GET('/users', { params: { query: { limit: 'many' } } }),
  ];
  expect(refused).toBeDefined();
});
