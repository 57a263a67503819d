/** Why a platform administrator is in a tenant, and until when. */
export interface Grant {
  reason: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** Whose grant it is, and for which tenant. The next person to sign in at this tab has none of them. */
export interface GrantOf {
  subject: string;
  tenant: string;
}

export const MINUTES = [15, 30, 60] as const;
export const LONGEST_REASON = 200;
const MINUTE = 60_000;
const listeners = new Set<() => void>();

/** The tab's storage: it outlives a reload, and no other tab is in the tenant because this one is. */
const keyOf = ({ subject, tenant }: GrantOf) => `console-access:${subject}:${tenant}`;

export type ReasonProblem = 'required' | 'tooLong';

/** Without what the service takes in no reason, and nobody sees: tabs, say, and halves of characters. */
export function plainReason(reason: string): string {
  return reason.replace(/[\p{Cc}\p{Cs}\uFFFD]+/gu, ' ').trim();
}

export function reasonProblem(reason: string): ReasonProblem | undefined {
  const { length } = plainReason(reason);
  if (length === 0) {
    return 'required';
  }
  return length > LONGEST_REASON ? 'tooLong' : undefined;
}

export function beginAccess(of: GrantOf, reason: string, minutes: number, now = Date.now()): void {
  const grant: Grant = { reason: plainReason(reason), until: now + minutes * MINUTE };
  window.sessionStorage.setItem(keyOf(of), JSON.stringify(grant));
  tell();
}

export function endAccess(of: GrantOf): void {
  window.sessionStorage.removeItem(keyOf(of));
  tell();
}

/** The grant, unless it has ended. What is stored may be of an older console. */
export function grantOf(of: GrantOf, now = Date.now()): Grant | undefined {
  const grant = parsed(window.sessionStorage.getItem(keyOf(of)));
  return grant && grant.until > now ? grant : undefined;
}

/**
 * The last reason that was given, and not ended by hand: that of what was begun while it counted, and is
 * sent after.
 */
export function lastReason(of: GrantOf): string | undefined {
  return grantOf(of, 0)?.reason;
}

/** How many minutes are left, the one that has begun included. */
export function minutesLeft(grant: Grant, now = Date.now()): number {
  return Math.max(0, Math.ceil((grant.until - now) / MINUTE));
}

export function onGrantChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  listeners.forEach((listener) => listener());
}

function parsed(stored: string | null): Grant | undefined {
  try {
    const value: unknown = JSON.parse(stored ?? 'null');
    if (typeof value !== 'object' || value === null || !('reason' in value) || !('until' in value)) {
      return undefined;
    }
    const { reason, until } = value;
    return typeof reason === 'string' && reasonProblem(reason) === undefined && typeof until === 'number'
      ? { reason, until }
      : undefined;
  } catch {
    return undefined;
  }
}
