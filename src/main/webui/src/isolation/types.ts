import type { components } from '@aegisx/tenancy-client';

type Schemas = components['schemas'];

export type Report = Schemas['Report'];
export type Trial = Schemas['Trial'];
export type Summary = Schemas['Summary'];
export type Check = Schemas['Check'];
export type Outcome = Schemas['Outcome'];
export type Verdict = Schemas['Verdict'];

export const OUTCOMES: readonly Outcome[] = ['held', 'broken', 'inconclusive'];
export const CHECKS: readonly Check[] = [
  'own_data',
  'foreign_tenant',
  'disagreement',
  'no_token',
  'guessed_id',
  'public_profile',
  'statements',
  'unbound',
  'pooled_connections',
  'catalog',
];
