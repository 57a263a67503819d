import { TenancyError, type Violation } from './errors.js';

/** Reads an answer that tells of a failure: a problem document (RFC 9457), or whatever it is. */
export async function errorOf(response: Response): Promise<TenancyError> {
  const problem = await documentOf(response);
  return new TenancyError(textOf(problem.code) ?? `HTTP_${response.status}`, {
    status: response.status,
    title: textOf(problem.title) ?? (response.statusText || `Status ${response.status}`),
    detail: textOf(problem.detail),
    requestId: textOf(problem.requestId) ?? response.headers.get('X-Request-ID') ?? undefined,
    retryAfter: secondsOf(response.headers.get('Retry-After')),
    violations: Array.isArray(problem.violations) ? problem.violations.filter(isViolation) : [],
  });
}

/** An unreadable document does not hide the status, which is news enough. */
async function documentOf(response: Response): Promise<Record<string, unknown>> {
  try {
    const document: unknown = await response.json();
    return isObject(document) ? document : {};
  } catch {
    return {};
  }
}

/** Retry-After is a number of seconds or a date. */
function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) {
    return undefined;
  }
  if (/^\d+$/.test(retryAfter)) {
    return Number(retryAfter);
  }
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

function isViolation(value: unknown): value is Violation {
  return isObject(value) && typeof value.field === 'string' && typeof value.message === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
