import { describe, expect, it } from 'vitest';
import { filled, lastDays } from './history';

describe('the history of usage', () => {
  it('has the last days, today in UTC included', () => {
    const now = Date.parse('2026-03-01T23:59:59Z');
    expect(lastDays(3, now)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(lastDays(90, now)).toHaveLength(90);
  });

  it('has a row for a day without requests, with the storage of the day before', () => {
    const rows = filled(
      ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'],
      [
        { day: '2026-01-04', requests: 3, errors: 1, refused: 0, databaseMillis: 9, storageBytes: 70 },
        { day: '2026-01-02', requests: 5, errors: 0, refused: 2, databaseMillis: 8, storageBytes: 40 },
      ],
    );
    expect(rows.map(({ day, requests, storageBytes }) => [day, requests, storageBytes])).toEqual([
      ['2026-01-01', 0, undefined],
      ['2026-01-02', 5, 40],
      ['2026-01-03', 0, 40],
      ['2026-01-04', 3, 70],
    ]);
  });
});
