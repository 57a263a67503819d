import { Tooltip } from '@patternfly/react-core';
import { useEffect, useState } from 'react';

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const ABSOLUTE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'long' });
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const REFRESH = 30_000;

/** "3 days ago": in the largest unit of which there is at least one. */
export function relativeTime(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length);
  return unit
    ? RELATIVE.format(Math.trunc(seconds / unit[1]), unit[0])
    : RELATIVE.format(seconds, 'second');
}

/** A time as people think of it; the exact one for those who point at it or focus it. */
export function When({ at }: { at: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), REFRESH);
    return () => clearInterval(timer);
  }, []);
  const time = Date.parse(at);
  return (
    <Tooltip content={ABSOLUTE.format(time)}>
      <time dateTime={at} tabIndex={0} className="console-nowrap">
        {relativeTime(time, Math.max(now, Date.now()))}
      </time>
    </Tooltip>
  );
}
