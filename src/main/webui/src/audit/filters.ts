import { useSearchParams } from 'react-router';

export const OUTCOMES = ['success', 'denied', 'failure'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the service is asked for; times as it wants them, in UTC. */
export interface AuditFilters {
  action?: string;
  actor?: string;
  outcome?: Outcome;
  target?: string;
  from?: string;
  to?: string;
}

const TEXTS = ['action', 'actor', 'target'] as const;
const NAMES: readonly (keyof AuditFilters)[] = [...TEXTS, 'outcome', 'from', 'to'];

/** Reads an address. What the service would refuse is left out: a mistyped filter shows all. */
export function auditFiltersOf(parameters: URLSearchParams): AuditFilters {
  const filters: AuditFilters = {};
  for (const name of TEXTS) {
    const value = parameters.get(name)?.trim();
    if (value) {
      filters[name] = value;
    }
  }
  const outcome = OUTCOMES.find((each) => each === parameters.get('outcome'));
  const from = momentOf(parameters.get('from'));
  const to = momentOf(parameters.get('to'));
  return { ...filters, ...(outcome && { outcome }), ...(from && { from }), ...(to && { to }) };
}

function momentOf(value: string | null): string | undefined {
  const time = value ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

export function isBackwards({ from, to }: AuditFilters): boolean {
  return from !== undefined && to !== undefined && from >= to;
}

/** For a field of a browser, which knows local times only, and no seconds unless there are any. */
export function localOf(moment: string | undefined): string {
  if (moment === undefined) {
    return '';
  }
  const at = new Date(moment);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  return local.endsWith(':00') ? local.slice(0, 16) : local;
}

export interface AuditFilterControl {
  filters: AuditFilters;
  isFiltered: boolean;
  set: (name: keyof AuditFilters, value: string | undefined) => void;
  clear: () => void;
}

/** Filters live in the address, so that what was found can be sent to others. */
export function useAuditFilters(): AuditFilterControl {
  const [parameters, setParameters] = useSearchParams();
  const filters = auditFiltersOf(parameters);
  return {
    filters,
    isFiltered: Object.keys(filters).length > 0,
    set: (name, value) =>
      setParameters(
        (now) => {
          value ? now.set(name, value) : now.delete(name);
          // A cursor is a place in the list as it was filtered before.
          now.delete('cursor');
          return now;
        },
        { replace: name !== 'outcome' },
      ),
    clear: () =>
      setParameters((now) => {
        [...NAMES, 'cursor'].forEach((name) => now.delete(name));
        return now;
      }),
  };
}
