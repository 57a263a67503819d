import { Title, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { useSearchParams } from 'react-router';
import { Answered } from '../parts/Answered';
import type { Series } from '../charts/series';
import { TimeChart } from '../charts/TimeChart';
import { bytes, byteTicks } from '../parts/bytes';
import { text } from '../text';
import { type FilledDay, filled, lastDays, type Range, RANGES } from './history';
import { useUsageHistory } from './queries';

const { usageHistory: words } = text;
const PARAMETER = 'days';

const REQUESTS: readonly Series<FilledDay>[] = [{ label: words.requests, tone: 'main', of: (day) => day.requests }];
const ERRORS: readonly Series<FilledDay>[] = [
  { label: words.errors, tone: 'bad', of: (day) => day.errors },
  { label: words.refused, tone: 'other', of: (day) => day.refused },
];
const STORAGE: readonly Series<FilledDay>[] = [{ label: words.storage, tone: 'main', of: (day) => day.storageBytes }];
const DATABASE: readonly Series<FilledDay>[] = [{ label: words.database, tone: 'main', of: (day) => day.databaseMillis }];

export function UsageHistory({ id }: { id: string }) {
  const [range, setRange] = useRange();
  const days = lastDays(range, Date.now());
  const found = useUsageHistory(id, { from: days.at(0) ?? '', to: days.at(-1) ?? '' });
  return (
    <section className="console-section">
      <Title headingLevel="h2">{words.title}</Title>
      <ToggleGroup aria-label={words.range} className="console-gap">
        {RANGES.map((each) => (
          <ToggleGroupItem
            key={each}
            text={words.days(each)}
            buttonId={`days-${each}`}
            isSelected={each === range}
            onChange={() => setRange(each)}
          />
        ))}
      </ToggleGroup>
      <Answered found={found} height="14rem">
        {(known) => <Charts rows={filled(days, known)} />}
      </Answered>
    </section>
  );
}

function Charts({ rows }: { rows: readonly FilledDay[] }) {
  return (
    <div className="console-cards console-gap">
      <TimeChart title={words.requestsTitle} rows={rows} series={REQUESTS} />
      <TimeChart title={words.errorsTitle} rows={rows} series={ERRORS} />
      <TimeChart title={words.storageTitle} rows={rows} series={STORAGE} show={bytes} ticks={byteTicks} />
      <TimeChart title={words.databaseTitle} rows={rows} series={DATABASE} show={words.millis} />
    </div>
  );
}

/** Kept in the address. What it has no meaning for is the shorter one. */
function useRange(): [Range, (range: Range) => void] {
  const [parameters, setParameters] = useSearchParams();
  const range = RANGES.find((each) => String(each) === parameters.get(PARAMETER)) ?? RANGES[0];
  const set = (next: Range) =>
    setParameters((now) => {
      next === RANGES[0] ? now.delete(PARAMETER) : now.set(PARAMETER, String(next));
      return now;
    });
  return [range, set];
}
