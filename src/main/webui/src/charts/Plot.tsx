import { useEffect, useId, useRef } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import { text } from '../text';
import { Hatching } from './Hatching';
import { LOOK } from './looks';
import { prepareMeasuring } from './measuring';
import { dayLabel, type Legend, type PlotKind, type Point } from './series';
import { type Size, useSize } from './useSize';

export interface PlotProps {
  /** What it shows, in words. */
  summary: string;
  kind: PlotKind;
  legend: Legend;
  points: readonly Point[];
  show: (value: number) => string;
  /** Where the axis has its marks, if that is not to be found out. */
  ticks?: ((highest: number) => number[]) | undefined;
}

const LINES = 'var(--pf-t--global--border--color--default)';
const TICK = { fill: 'var(--pf-t--global--text--color--subtle)', fontSize: 12 };
const MARGIN = { top: 8, right: 12, bottom: 0, left: 0 };

/** The drawing itself, which comes with a large library: load it lazily. */
export function Plot(props: PlotProps) {
  const room = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  // The drawing comes after, as soon as there is a size.
  useEffect(prepareMeasuring, []);
  return (
    <div ref={room} className="console-plot">
      {size && <Drawing {...props} {...size} />}
    </div>
  );
}

/** Arrow keys go from day to day. */
function Drawing(props: PlotProps & Size) {
  const { summary, kind, legend, points, show, ticks, width, height } = props;
  const id = useId();
  const Chart = kind === 'line' ? LineChart : BarChart;
  return (
    <Chart width={width} height={height} data={[...points]} margin={MARGIN} aria-label={summary} accessibilityLayer>
      <CartesianGrid vertical={false} stroke={LINES} />
      <XAxis dataKey="day" tickFormatter={dayLabel} tick={TICK} stroke={LINES} minTickGap={24} />
      <YAxis
        width="auto"
        tick={TICK}
        stroke={LINES}
        tickFormatter={show}
        allowDecimals={false}
        {...(ticks ? marks(ticks(highestOf(points))) : { domain: [0, 'auto'] })}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: LINES, fill: 'none' }}
        content={(shown) => <Values {...shown} legend={legend} show={show} />}
      />
      <defs>
        {legend.map(({ label, tone }) => (
          <Hatching key={label} id={`${id}${tone}`} tone={tone} />
        ))}
      </defs>
      {legend.map(({ label, tone }, index) => {
        const common = {
          name: label,
          dataKey: ({ values }: Point) => values[index],
          stroke: LOOK[tone].colour,
          isAnimationActive: false,
        };
        // A line through one point only would not be seen.
        const dot = points.filter(({ values }) => values[index] !== undefined).length === 1;
        return kind === 'line' ? (
          <Line key={label} {...common} strokeWidth={2} strokeDasharray={LOOK[tone].dashes} dot={dot} />
        ) : (
          <Bar key={label} {...common} fill={`url(#${id}${tone})`} />
        );
      })}
    </Chart>
  );
}

function highestOf(points: readonly Point[]): number {
  return Math.max(0, ...points.flatMap(({ values }) => values.map((value) => value ?? 0)));
}

function marks(ticks: number[]) {
  return { ticks, domain: [0, ticks.at(-1) ?? 0] };
}

type ValuesProps = Pick<TooltipContentProps, 'active' | 'label' | 'payload'> & Pick<PlotProps, 'legend' | 'show'>;

/** The values of the day that is pointed at. */
function Values({ active, label, payload, legend, show }: ValuesProps) {
  const point: Point | undefined = payload?.[0]?.payload;
  if (!active || !point) {
    return null;
  }
  return (
    <div className="console-values">
      <strong>{dayLabel(String(label))}</strong>
      {legend.map((series, index) => {
        const value = point.values[index];
        return (
          <div key={series.label}>
            {series.label}: {value === undefined ? text.charts.unknown : show(value)}
          </div>
        );
      })}
    </div>
  );
}
