import { useId } from 'react';
import { Hatching } from './Hatching';
import { LOOK } from './looks';
import type { Legend, PlotKind, Tone } from './series';

const WIDTH = 28;
const HEIGHT = 12;

/** Says which line is which by what tells them apart in the chart: dashes and hatching, and colours. */
export function LegendList({ legend, kind }: { legend: Legend; kind: PlotKind }) {
  return (
    <ul className="console-legend">
      {legend.map(({ label, tone }) => (
        <li key={label}>
          <Sample tone={tone} kind={kind} /> {label}
        </li>
      ))}
    </ul>
  );
}

function Sample({ tone, kind }: { tone: Tone; kind: PlotKind }) {
  const id = useId();
  const { colour, dashes } = LOOK[tone];
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      {kind === 'line' ? (
        <line x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} stroke={colour} strokeWidth={2} strokeDasharray={dashes} />
      ) : (
        <>
          <defs>
            <Hatching id={id} tone={tone} />
          </defs>
          <rect x={1} y={1} width={WIDTH - 2} height={HEIGHT - 2} fill={`url(#${id})`} stroke={colour} />
        </>
      )}
    </svg>
  );
}
