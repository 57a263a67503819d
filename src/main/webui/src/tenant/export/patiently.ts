import { TenancyError } from '@aegisx/tenancy-client';

const ATTEMPTS = 5;
const SECOND = 1_000;

/** Reads as fast as the tenant's limit of requests allows: what is refused by it is read a little later. */
export async function patiently<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      const limited = error instanceof TenancyError && error.code === 'RATE_LIMITED';
      if (!limited || attempt === ATTEMPTS) {
        throw error;
      }
      await pause((error.retryAfter ?? 1) * SECOND, signal);
    }
  }
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, millis);
    signal.addEventListener('abort', stop, { once: true });
  });
}
