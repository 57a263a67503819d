/**
 * How one got to a page of a keyset-paged collection. The service only links to the next page, so the
 * cursors of the pages before are kept in the history entry, where reloading and going back find them.
 */
export interface Trail {
  /** Of the pages before this one; the first page's is empty. */
  before: readonly string[];
}

export const START: Trail = { before: [] };

/** Reads what a history entry holds, which may be of an older console, or nothing. */
export function trailOf(state: unknown): Trail {
  if (typeof state !== 'object' || state === null || !('before' in state)) {
    return START;
  }
  const { before } = state;
  return Array.isArray(before) && before.every((cursor) => typeof cursor === 'string')
    ? { before }
    : START;
}

/** The trail of the page after the one with the cursor. */
export function forward(trail: Trail, cursor: string): Trail {
  return { before: [...trail.before, cursor] };
}

/** The page before, if the way to it is known. */
export function back(trail: Trail): { cursor: string; trail: Trail } | undefined {
  const cursor = trail.before.at(-1);
  return cursor === undefined ? undefined : { cursor, trail: { before: trail.before.slice(0, -1) } };
}

/** The number of a page; unknown where somebody was sent into the middle by a link. */
export function pageNumber(trail: Trail, cursor: string): number | undefined {
  return trail.before.length === 0 && cursor !== '' ? undefined : trail.before.length + 1;
}
