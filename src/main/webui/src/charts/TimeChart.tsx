import { Button, Card, CardBody, CardHeader, CardTitle, Skeleton } from '@patternfly/react-core';
import { lazy, Suspense, useState } from 'react';
import { text } from '../text';
import { LegendList } from './LegendList';
import type { PlotProps } from './Plot';
import { pointsOf, type PlotKind, type Series, summaryOf } from './series';
import { SeriesTable } from './SeriesTable';

/** What cannot be loaded is no reason to take the page away: its numbers are here. */
const Plot = lazy<(props: PlotProps) => React.ReactNode>(() =>
  import('./Plot').then(
    (loaded) => ({ default: loaded.Plot }),
    () => ({ default: () => <p>{text.charts.failed}</p> }),
  ),
);

interface TimeChartProps<Row> {
  title: string;
  rows: readonly Row[];
  series: readonly Series<Row>[];
  kind?: PlotKind;
  show?: (value: number) => string;
  ticks?: PlotProps['ticks'];
}

/** What changed day by day: drawn, or as a table with the same numbers. */
export function TimeChart<Row extends { day: string }>(props: TimeChartProps<Row>) {
  const { title, rows, series, kind = 'line', show = count, ticks } = props;
  const [asTable, setAsTable] = useState(false);
  const points = pointsOf(rows, series);
  const toggle = asTable ? text.charts.asChart : text.charts.asTable;
  return (
    <Card className="console-chart">
      <CardHeader
        actions={{
          actions: (
            <Button variant="link" size="sm" aria-label={`${toggle}: ${title}`} onClick={() => setAsTable(!asTable)}>
              {toggle}
            </Button>
          ),
        }}
      >
        <CardTitle component="h2">{title}</CardTitle>
      </CardHeader>
      <CardBody>
        {points.length === 0 ? (
          <p>{text.charts.none}</p>
        ) : asTable ? (
          <SeriesTable title={title} legend={series} points={points} show={show} />
        ) : (
          <>
            {series.length > 1 && <LegendList legend={series} kind={kind} />}
            <Suspense fallback={<Skeleton height="14rem" screenreaderText={text.state.loading} />}>
              <Plot
                summary={`${title}. ${summaryOf(series, points, show)}`}
                kind={kind}
                legend={series}
                points={points}
                show={show}
                ticks={ticks}
              />
            </Suspense>
          </>
        )}
      </CardBody>
    </Card>
  );
}

function count(value: number): string {
  return value.toLocaleString('en');
}
