import { useSyncExternalStore } from 'react';

/** A tenant that was opened at this browser. */
export interface Recent {
  id: string;
  name: string;
}

const MOST = 8;
const NONE: readonly Recent[] = [];
const listeners = new Set<() => void>();
let last: { stored: string | null; recents: readonly Recent[] } = { stored: null, recents: NONE };

const keyOf = (subject: string) => `console-recent-tenants:${subject}`;

/** Reads what is stored, which may be of another console. */
export function recentsOf(stored: string | null): readonly Recent[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(value) ? value.filter(isRecent).map(({ id, name }) => ({ id, name })).slice(0, MOST) : NONE;
  } catch {
    return NONE;
  }
}

function isRecent(value: unknown): value is Recent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'name' in value &&
    typeof value.id === 'string' &&
    typeof value.name === 'string'
  );
}

/** Puts a tenant first. Of nobody in particular nothing is kept. */
export function rememberTenant(subject: string | undefined, tenant: Recent): void {
  change(subject, (recents) => [tenant, ...recents.filter(({ id }) => id !== tenant.id)].slice(0, MOST));
}

/** For a tenant that is gone, or not for this person any more. */
export function forgetTenant(subject: string | undefined, tenant: string): void {
  change(subject, (recents) => recents.filter(({ id }) => id !== tenant));
}

function change(subject: string | undefined, by: (recents: readonly Recent[]) => readonly Recent[]): void {
  if (subject === undefined) {
    return;
  }
  const stored = window.localStorage.getItem(keyOf(subject));
  const changed = JSON.stringify(by(recentsOf(stored)).map(({ id, name }) => ({ id, name })));
  if (changed !== (stored ?? '[]')) {
    window.localStorage.setItem(keyOf(subject), changed);
    listeners.forEach((listener) => listener());
  }
}

/** The tenants that somebody opened last, the latest first. */
export function useRecents(subject: string | undefined): readonly Recent[] {
  return useSyncExternalStore(subscribe, () => {
    const stored = subject === undefined ? null : window.localStorage.getItem(keyOf(subject));
    if (stored !== last.stored) {
      last = { stored, recents: recentsOf(stored) };
    }
    return last.recents;
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Other tabs, too.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
