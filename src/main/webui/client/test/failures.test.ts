// @vitest-environment node
import {
  type ErrorCode,
  TenancyError,
  type TenancyClientOptions,
  createTenancyClient,
} from '@aegisx/tenancy-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failureOf, fakeService, problem } from './service.js';

function callWith(options: Partial<TenancyClientOptions>) {
  return createTenancyClient({
    baseUrl: 'http://localhost:8080',
    naming: 'header',
    tenant: 'acme',
    token: () => 'secret',
    ...options,
  }).GET('/users');
}

async function errorFor(answer: Response): Promise<TenancyError> {
  const error = await failureOf(callWith({ fetch: fakeService(() => answer) }));
  expect(error).toBeInstanceOf(TenancyError);
  return error as TenancyError;
}

afterEach(() => vi.useRealTimers());

describe('a problem document', () => {
  it('becomes a typed error', async () => {
    const violations = [{ field: 'email', message: 'must be a well-formed email address' }];
    const error = await errorFor(
      problem(400, 'VALIDATION_FAILED', {
        title: 'Request not valid',
        detail: 'email must be …',
        violations,
      }),
    );
    expect(error).toMatchObject({
      name: 'TenancyError',
      code: 'VALIDATION_FAILED',
      status: 400,
      title: 'Request not valid',
      detail: 'email must be …',
      message: 'email must be …',
      requestId: 'r-1',
      retryAfter: undefined,
      violations,
    });
    const code: ErrorCode = error.code;
    expect(code satisfies string).toBe('VALIDATION_FAILED');
  });

  it('may have a code of a later service', async () => {
    expect((await errorFor(problem(418, 'TEAPOT'))).code).toBe('TEAPOT');
  });

  it('may lack what is not said', async () => {
    const error = await errorFor(problem(404, 'NOT_FOUND', { title: 'Not found' }));
    expect(error).toMatchObject({ detail: undefined, message: 'Not found', violations: [] });
  });

  it('is not trusted to be well-formed', async () => {
    const violations = [{ field: 7 }, null, { field: 'name', message: 'must not be blank' }];
    const error = await errorFor(problem(400, 'VALIDATION_FAILED', { title: 7, violations }));
    expect(error.title).toBe('Status 400');
    expect(error.violations).toEqual([{ field: 'name', message: 'must not be blank' }]);
  });
});

describe('Retry-After', () => {
  it('is in seconds', async () => {
    const error = await errorFor(problem(429, 'RATE_LIMITED', { headers: { 'Retry-After': '7' } }));
    expect(error.retryAfter).toBe(7);
  });

  it('may be a date', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z'), toFake: ['Date'] });
    const at = (date: string) =>
      errorFor(problem(503, 'TENANT_NOT_READY', { headers: { 'Retry-After': date } }));
    expect((await at('Thu, 01 Jan 2026 00:01:30 GMT')).retryAfter).toBe(90);
    expect((await at('Wed, 31 Dec 2025 00:00:00 GMT')).retryAfter).toBe(0);
    expect((await at('soon')).retryAfter).toBeUndefined();
  });
});

describe('an answer that is no problem document', () => {
  it.each(['<html>Bad gateway</html>', '', '"text"', 'null', '{'])('as %j', async (body) => {
    const headers = { 'X-Request-ID': 'r-2' };
    const error = await errorFor(
      new Response(body, { status: 502, statusText: 'Bad Gateway', headers }),
    );
    expect(error).toMatchObject({
      code: 'HTTP_502',
      status: 502,
      title: 'Bad Gateway',
      requestId: 'r-2',
    });
  });
});

describe('the network', () => {
  it('that fails is told as such', async () => {
    const cause = new TypeError('fetch failed');
    const error = await failureOf(callWith({ fetch: () => Promise.reject(cause) }));
    expect(error).toBeInstanceOf(TenancyError);
    expect(error).toMatchObject({ code: 'NETWORK', status: 0, detail: 'fetch failed', cause });
  });

  it('may fail in the middle of an answer', async () => {
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    const error = await failureOf(callWith({ fetch: fakeService(() => new Response(broken)) }));
    expect(error).toMatchObject({ code: 'NETWORK', detail: 'terminated' });
  });

  it('may cut an answer short', async () => {
    const error = await failureOf(callWith({ fetch: fakeService(() => new Response('[{"id":')) }));
    expect(error).toMatchObject({ code: 'NETWORK', cause: expect.any(SyntaxError) });
  });
});

describe('a token of another tenant', () => {
  it('is told to the callback, and fails the call', async () => {
    const onAccessDenied = vi.fn();
    const fetch = fakeService(() => problem(403, 'TENANT_ACCESS_DENIED'));
    const error = await failureOf(callWith({ fetch, onAccessDenied }));
    expect(error).toMatchObject({ code: 'TENANT_ACCESS_DENIED', status: 403 });
    expect(onAccessDenied).toHaveBeenCalledExactlyOnceWith(error);
  });

  it('needs no callback', async () => {
    const fetch = fakeService(() => problem(403, 'TENANT_ACCESS_DENIED'));
    expect(await failureOf(callWith({ fetch }))).toMatchObject({ code: 'TENANT_ACCESS_DENIED' });
  });

  it.each(['FORBIDDEN', 'TENANT_SUSPENDED'])('is not what %s says', async (code) => {
    const onAccessDenied = vi.fn();
    await failureOf(callWith({ fetch: fakeService(() => problem(403, code)), onAccessDenied }));
    expect(onAccessDenied).not.toHaveBeenCalled();
  });
});
