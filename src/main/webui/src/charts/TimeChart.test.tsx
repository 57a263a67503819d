import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { text } from '../text';
import { dayLabel, pointsOf, type Series, summaryOf } from './series';
import { TimeChart } from './TimeChart';

afterEach(cleanup);

interface Row {
  day: string;
  made: number;
  gone?: number;
}

const ROWS: readonly Row[] = [
  { day: '2026-11-23', made: 1200 },
  { day: '2026-11-24', made: 5, gone: 7 },
  { day: '2026-11-25', made: 30, gone: 2 },
];
const SERIES: readonly Series<Row>[] = [
  { label: 'Made', tone: 'main', of: (row) => row.made },
  { label: 'Gone', tone: 'other', of: (row) => row.gone },
];

describe('a chart', () => {
  it('has a table with the same numbers, the latest first', async () => {
    render(<TimeChart title="Things" rows={ROWS} series={SERIES} />);
    expect(screen.queryByRole('table')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: `${text.charts.asTable}: Things` }));
    const rows = within(screen.getByRole('table', { name: text.charts.table('Things') })).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      [text.charts.day, 'Made', 'Gone'],
      ['Nov 25', '30', '2'],
      ['Nov 24', '5', '7'],
      ['Nov 23', '1,200', text.charts.unknown],
    ]);
    await userEvent.click(screen.getByRole('button', { name: `${text.charts.asChart}: Things` }));
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says which line is which, where there are several', () => {
    render(<TimeChart title="Things" rows={ROWS} series={SERIES} />);
    expect(screen.getAllByRole('listitem').map((item) => item.textContent?.trim())).toEqual(['Made', 'Gone']);
  });

  it('leaves nothing behind that is read out', async () => {
    render(<TimeChart title="Things" rows={ROWS} series={SERIES} />);
    const left = () => document.getElementById('recharts_measurement_span');
    await waitFor(() => expect(left()).not.toBeNull(), { timeout: 4_000 });
    expect(left()?.hasAttribute('inert')).toBe(true);
  });

  it('says that there is nothing to show', () => {
    render(<TimeChart title="Things" rows={[]} series={SERIES} />);
    screen.getByText(text.charts.none);
  });

  it('is told in words, without what nobody knows', () => {
    expect(summaryOf(SERIES, pointsOf(ROWS, SERIES), String)).toBe(
      'Made: from 5 to 1200, 30 on the last day. Gone: from 2 to 7, 2 on the last day.',
    );
    expect(summaryOf([{ label: 'Gone', tone: 'main' }], [{ day: '2026-11-23', values: [undefined] }], String)).toBe(
      'Gone: from not known to not known, not known on the last day.',
    );
  });

  it('names days as they are in UTC, wherever it is looked at', () => {
    expect([dayLabel('2026-01-01'), dayLabel('2026-12-31'), dayLabel('?')]).toEqual(['Jan 1', 'Dec 31', '?']);
  });
});
