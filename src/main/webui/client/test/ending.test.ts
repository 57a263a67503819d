// @vitest-environment node
import { type TenancyClientOptions, createTenancyClient } from '@aegisx/tenancy-client';
import { describe, expect, it, vi } from 'vitest';
import { failureOf, fakeService, json, later, problem } from './service.js';

function callWith(options: Partial<TenancyClientOptions>, init: { signal?: AbortSignal } = {}) {
  return createTenancyClient({
    baseUrl: 'http://localhost:8080',
    naming: 'header',
    tenant: 'acme',
    token: () => 'secret',
    ...options,
  }).GET('/users', init);
}

describe('an ended call', () => {
  it.each(['client', 'call'])(
    'of the %s rejects with why it ended, not as a failure',
    async (of) => {
      const ender = new AbortController();
      const fetch = (request: Request) =>
        new Promise<Response>((_, reject) => {
          request.signal.addEventListener('abort', () => reject(request.signal.reason));
        });
      const { signal } = ender;
      const call = of === 'client' ? callWith({ fetch, signal }) : callWith({ fetch }, { signal });
      setTimeout(() => ender.abort());
      expect(await failureOf(call)).toMatchObject({ name: 'AbortError' });
    },
  );

  it('may be ended by the call where the client has a signal, too', async () => {
    const ender = new AbortController();
    const answer = later<Response>();
    const client = new AbortController();
    const call = callWith({ fetch: () => answer.promise, signal: client.signal }, ender);
    ender.abort(new Error('enough'));
    answer.resolve(json([]));
    expect(await failureOf(call)).toMatchObject({ message: 'enough' });
  });

  it('leaves nothing behind at a signal that outlives it', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    await callWith({ fetch: fakeService(() => json([])), signal });
    await failureOf(callWith({ fetch: fakeService(() => problem(500, 'INTERNAL')), signal }));
    expect(added).toHaveBeenCalledTimes(2);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });

  it('sends nothing when it ended before', async () => {
    const ender = new AbortController();
    const token = later<string>();
    const fetch = fakeService(() => json([]));
    const call = callWith({ fetch, token: () => token.promise, signal: ender.signal });
    ender.abort();
    token.resolve('late');
    expect(await failureOf(call)).toMatchObject({ name: 'AbortError' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('hears of no late answer', async () => {
    const ender = new AbortController();
    const answer = later<Response>();
    const fetch = fakeService(() => answer.promise);
    const call = callWith({ fetch, signal: ender.signal });
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    ender.abort();
    answer.resolve(json([{ id: 'of the old tenant' }]));
    expect(await failureOf(call)).toMatchObject({ name: 'AbortError' });
  });

  it.each(['[]', '['])('hears of no late end of an answer, %s', async (rest) => {
    const ender = new AbortController();
    const body = later<string>();
    const slow = new ReadableStream({
      async pull(controller) {
        controller.enqueue(new TextEncoder().encode(await body.promise));
        controller.close();
      },
    });
    const fetch = fakeService(() => new Response(slow));
    const call = callWith({ fetch, signal: ender.signal });
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    ender.abort();
    body.resolve(rest);
    expect(await failureOf(call)).toMatchObject({ name: 'AbortError' });
  });

  it('tells nobody of a late refusal', async () => {
    const ender = new AbortController();
    const answer = later<Response>();
    const onAccessDenied = vi.fn();
    const fetch = fakeService(() => answer.promise);
    const call = callWith({ fetch, signal: ender.signal, onAccessDenied });
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    ender.abort();
    answer.resolve(problem(403, 'TENANT_ACCESS_DENIED'));
    expect(await failureOf(call)).toMatchObject({ name: 'AbortError' });
    expect(onAccessDenied).not.toHaveBeenCalled();
  });
});
