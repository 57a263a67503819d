// @vitest-environment node
import { type TenancyClientOptions, createTenancyClient, headerText } from '@aegisx/tenancy-client';
import { describe, expect, it, vi } from 'vitest';
import { fakeService, json } from './service.js';

const HEADER = 'X-Access-Reason';

function clientWith(options: Partial<TenancyClientOptions>) {
  return createTenancyClient({
    baseUrl: 'http://localhost:8080',
    naming: 'header',
    tenant: 'acme',
    token: () => 'secret',
    ...options,
  });
}

async function sentFor(accessReason: TenancyClientOptions['accessReason']) {
  const fetch = fakeService(() => json([]));
  await clientWith({ fetch, accessReason }).GET('/users');
  return fetch.mock.calls[0]![0].headers.get(HEADER);
}

describe('the reason to enter a tenant', () => {
  it('is sent percent-encoded, for headers carry no other letters', async () => {
    const sent = await sentFor(() => 'Störung #7: 100 % – 日本');
    expect(sent).toBe('St%C3%B6rung%20%237%3A%20100%20%25%20%E2%80%93%20%E6%97%A5%E6%9C%AC');
    expect(decodeURIComponent(sent!)).toBe('Störung #7: 100 % – 日本');
  });

  it.each([undefined, () => undefined, () => ''])('is not sent where there is none', async (reason) => {
    expect(await sentFor(reason)).toBeNull();
  });

  it('is asked for before each request, by the tenant', async () => {
    const fetch = fakeService(() => json([]));
    const accessReason = vi.fn().mockReturnValueOnce('first').mockReturnValueOnce(undefined);
    const client = clientWith({ fetch, accessReason });
    await client.GET('/users');
    await client.POST('/users', { body: { email: 'ann@acme.example', name: 'Ann' } });
    expect(accessReason.mock.calls).toEqual([['acme'], ['acme']]);
    expect(fetch.mock.calls.map(([request]) => request.headers.get(HEADER))).toEqual(['first', null]);
  });

  it('does not replace one that the call has', async () => {
    const fetch = fakeService(() => json([]));
    const client = clientWith({ fetch, accessReason: () => 'mine' });
    await client.GET('/users', { headers: { [HEADER]: 'of%20the%20call' } });
    expect(fetch.mock.calls[0]![0].headers.get(HEADER)).toBe('of%20the%20call');
  });

  it('may be cut in the middle of a character', () => {
    expect(decodeURIComponent(headerText('a\uD83D'))).toBe('a\uFFFD');
    expect(decodeURIComponent(headerText('a😀'))).toBe('a😀');
  });
});
