import type { components } from './schema.js';

/**
 * What programs decide by. The service's own codes, `NETWORK` where no answer came, and `HTTP_502`
 * and the like where something in between answered. A later service may know more.
 */
export type ErrorCode =
  | components['schemas']['ErrorCode']
  | 'NETWORK'
  | `HTTP_${number}`
  // Keeps the names above offered by editors, where plain `string` would swallow them.
  | (string & {});

/** One field of a request and what is wrong with it. */
export type Violation = components['schemas']['Violation'];

export interface ErrorDetails {
  status: number;
  title: string;
  detail?: string | undefined;
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  violations?: readonly Violation[] | undefined;
}

/** Why a call failed. */
export class TenancyError extends Error {
  override readonly name = 'TenancyError';

  /** The HTTP status; 0 if there was no answer. */
  readonly status: number;

  /** What happened, the same text for every occurrence. */
  readonly title: string;

  /** What happened this time. */
  readonly detail: string | undefined;

  /** By what operators find the request in their logs. */
  readonly requestId: string | undefined;

  /** Seconds after which to try again. */
  readonly retryAfter: number | undefined;

  readonly violations: readonly Violation[];

  constructor(
    readonly code: ErrorCode,
    details: ErrorDetails,
    options?: ErrorOptions,
  ) {
    super(details.detail ?? details.title, options);
    this.status = details.status;
    this.title = details.title;
    this.detail = details.detail;
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
    this.violations = details.violations ?? [];
  }
}

/** The service could not be reached, or its answer broke off. */
export function networkError(cause: unknown): TenancyError {
  const detail = cause instanceof Error ? cause.message : undefined;
  return new TenancyError(
    'NETWORK',
    { status: 0, title: 'The service cannot be reached', detail },
    { cause },
  );
}

/** What would be refused by the service is not even sent. */
export function tenantError(
  code: 'TENANT_INVALID' | 'TENANT_CONFLICT',
  detail: string,
): TenancyError {
  const title = code === 'TENANT_INVALID' ? 'Malformed tenant' : 'More than one tenant named';
  return new TenancyError(code, { status: 0, title, detail });
}
