import type { UsageDay } from '../api/types';

export const RANGES = [30, 90] as const;
export type Range = (typeof RANGES)[number];

const DAY = 86_400_000;

/** The last days in UTC, today included, the oldest first. */
export function lastDays(count: number, now: number): string[] {
  return Array.from({ length: count }, (_, index) => dayOf(now - (count - 1 - index) * DAY));
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

type Counts = Pick<UsageDay, 'requests' | 'errors' | 'refused' | 'databaseMillis'>;

/** What is plotted of a day. */
export type FilledDay = Counts & { day: string; storageBytes?: number };

/**
 * One row for each day. A day that is not there had no requests; its storage is that of the day before,
 * and not known before the first that is there.
 */
export function filled(days: readonly string[], known: readonly FilledDay[]): FilledDay[] {
  const byDay = new Map(known.map((each) => [each.day, each]));
  let storage: Pick<FilledDay, 'storageBytes'> = {};
  return days.map((day) => {
    const found = byDay.get(day);
    if (found?.storageBytes !== undefined) {
      storage = { storageBytes: found.storageBytes };
    }
    return { requests: 0, errors: 0, refused: 0, databaseMillis: 0, ...found, ...storage, day };
  });
}
