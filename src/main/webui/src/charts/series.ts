import { text } from '../text';

/** What a series says, and so how it looks: in colour, and in what is seen without colours. */
export type Tone = 'main' | 'bad' | 'other';

export interface Series<Row> {
  label: string;
  tone: Tone;
  /** Undefined where nobody knows. */
  of: (row: Row) => number | undefined;
}

export interface Point {
  day: string;
  values: readonly (number | undefined)[];
}

export type PlotKind = 'line' | 'bar';

/** Series without the rows that they are made of. */
export type Legend = readonly { label: string; tone: Tone }[];

const DAY = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });

export function dayLabel(day: string): string {
  const time = Date.parse(day);
  return Number.isNaN(time) ? day : DAY.format(time);
}

export function pointsOf<Row extends { day: string }>(
  rows: readonly Row[],
  series: readonly Series<Row>[],
): Point[] {
  return rows.map((row) => ({ day: row.day, values: series.map(({ of }) => of(row)) }));
}

/** What a chart shows, for those who do not see it. */
export function summaryOf(legend: Legend, points: readonly Point[], show: (value: number) => string): string {
  return legend
    .map(({ label }, index) => {
      const known = points.map(({ values }) => values[index]).filter((value) => value !== undefined);
      const last = points.at(-1)?.values[index];
      return text.charts.summary(
        label,
        known.length === 0 ? text.charts.unknown : show(Math.min(...known)),
        known.length === 0 ? text.charts.unknown : show(Math.max(...known)),
        last === undefined ? text.charts.unknown : show(last),
      );
    })
    .join(' ');
}
