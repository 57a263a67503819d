import { TenancyError, networkError } from './errors.js';
import { errorOf } from './problem.js';

/** Sends a request. */
export type Send = (request: Request) => Promise<Response>;

/**
 * Makes a sender that throws where there is no answer, or one that tells of a failure.
 *
 * After the signal nothing is sent, and nobody is told of a refusal that comes late.
 */
export function failing(
  send: Send,
  signal: AbortSignal,
  onAccessDenied: ((problem: TenancyError) => void) | undefined,
): Send {
  return async (request) => {
    signal.throwIfAborted();
    const response = await answerOf(send, request);
    if (response.ok) {
      return response;
    }
    const error = await errorOf(response);
    signal.throwIfAborted();
    if (error.code === 'TENANT_ACCESS_DENIED') {
      onAccessDenied?.(error);
    }
    throw error;
  };
}

async function answerOf(send: Send, request: Request): Promise<Response> {
  try {
    return await send(request);
  } catch (cause) {
    throw networkError(cause);
  }
}

/**
 * Does work until one of the signals ends it: at once, whether or not the work listens to the
 * signal that it is given. Nothing is left behind at signals that outlive the work.
 */
export async function until<T>(
  signals: readonly (AbortSignal | null | undefined)[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ends = signals.filter((signal) => signal != null);
  ends.forEach((signal) => signal.throwIfAborted());
  const own = new AbortController();
  let end = () => {};
  const ended = new Promise<never>((_, reject) => {
    end = () => {
      const reason: unknown = ends.find((signal) => signal.aborted)?.reason;
      own.abort(reason);
      reject(reason);
    };
  });
  ends.forEach((signal) => signal.addEventListener('abort', end));
  try {
    return await Promise.race([work(own.signal), ended]);
  } finally {
    ends.forEach((signal) => signal.removeEventListener('abort', end));
  }
}
