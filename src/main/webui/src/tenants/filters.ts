import { useSearchParams } from 'react-router';
import { ISOLATIONS, type Isolation, type Plan, PLANS, STATUSES, type TenantStatus } from '../api/types';

export interface Filters {
  q?: string;
  status?: TenantStatus;
  plan?: Plan;
  isolation?: Isolation;
}

/** Reads an address. What the service would refuse is left out: a mistyped filter shows all. */
export function filtersOf(parameters: URLSearchParams): Filters {
  const q = parameters.get('q')?.trim();
  const status = oneOf(STATUSES, parameters.get('status'));
  const plan = oneOf(PLANS, parameters.get('plan'));
  const isolation = oneOf(ISOLATIONS, parameters.get('isolation'));
  return {
    ...(q && { q }),
    ...(status && { status }),
    ...(plan && { plan }),
    ...(isolation && { isolation }),
  };
}

export function isFiltered(filters: Filters): boolean {
  return Object.keys(filters).length > 0;
}

function oneOf<T extends string>(values: readonly T[], value: string | null): T | undefined {
  return values.find((each) => each === value);
}

export interface FilterControl {
  filters: Filters;
  set: (name: keyof Filters, value: string | undefined) => void;
  clear: () => void;
}

/** Filters live in the address, so that a list can be sent to others. */
export function useFilters(): FilterControl {
  const [parameters, setParameters] = useSearchParams();
  return {
    filters: filtersOf(parameters),
    set: (name, value) =>
      setParameters(
        (now) => {
          value ? now.set(name, value) : now.delete(name);
          // A cursor is a place in the list as it was filtered before.
          now.delete('cursor');
          return now;
        },
        // Each letter of a search would else be a step of going back.
        { replace: name === 'q' },
      ),
    clear: () => setParameters((now) => new URLSearchParams({ ...only(now, 'limit'), ...only(now, 'sort') })),
  };
}

function only(parameters: URLSearchParams, name: string): Record<string, string> {
  const value = parameters.get(name);
  return value === null ? {} : { [name]: value };
}
