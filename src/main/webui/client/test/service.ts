import { vi } from 'vitest';

/** A service that answers as a test says, and remembers what it was asked. */
export function fakeService(answer: (request: Request) => Response | Promise<Response>) {
  return vi.fn(async (request: Request) => answer(request));
}

export function json(body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

export function problem(
  status: number,
  code: string,
  more: { headers?: Record<string, string>; [member: string]: unknown } = {},
): Response {
  const { headers, ...members } = more;
  const document = { type: 'about:blank', title: code, status, code, requestId: 'r-1', ...members };
  return new Response(JSON.stringify(document), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}

/** A promise and what settles it, for answers that come when a test wants. */
export function later<T>() {
  let resolve!: (value: T) => void;
  let reject!: (cause: unknown) => void;
  const promise = new Promise<T>((resolveIt, rejectIt) => {
    resolve = resolveIt;
    reject = rejectIt;
  });
  return { promise, resolve, reject };
}

/** What a call failed with. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => Promise.reject(new Error('The call should have failed')),
    (error: unknown) => error,
  );
}
