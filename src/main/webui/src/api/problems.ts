import { TenancyError } from '@aegisx/tenancy-client';

/** By what to decide what to do about a failure. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof TenancyError ? error.code : undefined;
}

/** Somebody else changed meanwhile what was to be changed. */
export function isConflict(error: unknown): boolean {
  return codeOf(error) === 'PRECONDITION_FAILED';
}

const TOO_MANY = 429;
const SERVER = 500;

/** Whether it says nothing about what was asked for: there was no answer, or the service could give none now. */
export function isPassing(error: unknown): boolean {
  return error instanceof TenancyError && (error.status === 0 || error.status === TOO_MANY || error.status >= SERVER);
}

/** Whether what is looked at again and again may be, after a look that failed. */
export function mayGoOn(error: unknown): boolean {
  return !error || isPassing(error);
}
