import type { Isolation, Plan } from '../api/types';
import { NOBODY, type Person } from '../users/person';

/** A tenant that is being entered. */
export interface Draft {
  name: string;
  subdomain: string;
  /** Until the subdomain is typed, it follows the name. */
  ownSubdomain: boolean;
  plan: Plan;
  /** None: what the service is configured to do. */
  isolation: Isolation | undefined;
  /** Empty: none is made. */
  administrator: Person;
}

export const EMPTY: Draft = {
  name: '',
  subdomain: '',
  ownSubdomain: false,
  plan: 'basic',
  isolation: undefined,
  administrator: NOBODY,
};

const LONGEST_NAME = 200;

export type NameProblem = 'required' | 'tooLong';

export function nameProblem(name: string): NameProblem | undefined {
  if (name.trim() === '') {
    return 'required';
  }
  return name.trim().length > LONGEST_NAME ? 'tooLong' : undefined;
}

/** What is sent. The same draft is always the same text, which the key of its request relies on. */
export function newTenantOf(draft: Draft) {
  return {
    name: draft.name.trim(),
    subdomain: draft.subdomain,
    plan: draft.plan,
    ...(draft.isolation && { isolation: draft.isolation }),
  };
}
