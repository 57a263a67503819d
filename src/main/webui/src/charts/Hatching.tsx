import { LOOK } from './looks';
import type { Tone } from './series';

const SIZE = 5;

/** What a bar is filled with: all of it for the main series, stripes for others. */
export function Hatching({ id, tone }: { id: string; tone: Tone }) {
  const { colour } = LOOK[tone];
  return (
    <pattern id={id} width={SIZE} height={SIZE} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={tone === 'main' ? SIZE : 2} height={SIZE} fill={colour} />
    </pattern>
  );
}
