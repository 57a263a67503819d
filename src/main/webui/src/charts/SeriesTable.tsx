import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { text } from '../text';
import { dayLabel, type Legend, type Point } from './series';

interface SeriesTableProps {
  title: string;
  legend: Legend;
  points: readonly Point[];
  show: (value: number) => string;
}

/** The same as a chart, in numbers; the latest first. */
export function SeriesTable({ title, legend, points, show }: SeriesTableProps) {
  const label = text.charts.table(title);
  return (
    <div className="console-scroll" role="region" aria-label={label} tabIndex={0}>
      <Table role="table" aria-label={label} variant="compact" gridBreakPoint="" isStickyHeader>
        <Thead>
          <Tr>
            <Th>{text.charts.day}</Th>
            {legend.map((series) => (
              <Th key={series.label}>{series.label}</Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {points.toReversed().map(({ day, values }) => (
            <Tr key={day}>
              <Th scope="row" dataLabel={text.charts.day}>
                <time dateTime={day}>{dayLabel(day)}</time>
              </Th>
              {legend.map((series, index) => {
                const value = values[index];
                return (
                  <Td key={series.label} dataLabel={series.label}>
                    {value === undefined ? text.charts.unknown : show(value)}
                  </Td>
                );
              })}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}
