export const chartsText = {
  asTable: 'Show as table',
  asChart: 'Show as chart',
  day: 'Day (UTC)',
  none: 'No data for these days',
  failed: 'The chart could not be loaded. The table has the same data.',
  unknown: 'not known',
  table: (title: string) => `${title}, in numbers`,
  summary: (label: string, lowest: string, highest: string, last: string) =>
    `${label}: from ${lowest} to ${highest}, ${last} on the last day.`,
} as const;
