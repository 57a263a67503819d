import { useSearchParams } from 'react-router';
import { type Check, CHECKS, type Outcome, OUTCOMES, type Summary, type Trial } from './types';

export interface Filters {
  outcome: Outcome | undefined;
  probe: Check | undefined;
}

export interface FilterControl {
  filters: Filters;
  set: (name: keyof Filters, value: string | undefined) => void;
  clear: () => void;
}

/** In the address, so that what was found can be shown to others. */
export function useFilters(): FilterControl {
  const [parameters, setParameters] = useSearchParams();
  return {
    filters: {
      outcome: OUTCOMES.find((each) => each === parameters.get('outcome')),
      probe: CHECKS.find((each) => each === parameters.get('probe')),
    },
    set: (name, value) =>
      setParameters((now) => {
        value ? now.set(name, value) : now.delete(name);
        return now;
      }),
    clear: () => setParameters({}),
  };
}

export function isFiltered({ outcome, probe }: Filters): boolean {
  return outcome !== undefined || probe !== undefined;
}

/** The probes of which at least one trial ended as asked for. */
export function matchingChecks(checks: readonly Summary[], { outcome, probe }: Filters): Summary[] {
  return checks.filter(
    (each) =>
      (probe === undefined || each.check === probe) &&
      (outcome === undefined || (each[outcome] ?? 0) > 0),
  );
}

export function matchingFindings(findings: readonly Trial[], { outcome, probe }: Filters): Trial[] {
  return findings.filter(
    (each) =>
      (probe === undefined || each.check === probe) &&
      (outcome === undefined || each.outcome === outcome),
  );
}
