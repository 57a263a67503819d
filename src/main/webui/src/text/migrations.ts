import { counted, tenantsOf } from './count';

export const migrationsText = {
  title: 'Migrations',
  lead: 'Tenants with tables of their own are migrated one by one. The shared tables are migrated when the service starts.',
  target: 'Target version',
  tenants: 'Tenants with own tables',
  current: 'Current',
  behind: 'Behind',
  failed: 'Failed at the last attempt',
  summary: 'State',
  versions: 'Versions',
  version: 'Version',
  versionsTable: 'How many tenants are at which version',
  noVersion: 'None recorded',
  versionsEmpty: 'No tenant has tables of its own.',
  isTarget: 'target',
  count: 'Tenants',
  waves: 'Planned waves',
  wave: 'Wave',
  wavesTable: 'How those that are behind would be migrated',
  wavesEmpty: 'No tenant is behind. There is nothing to migrate.',
  start: 'Migrate now',
  ready: (behind: number) => (behind === 0 ? 'No tenant is behind' : `${tenantsOf(behind)} behind`),
  running: 'Migrations are under way on the replica that answered',
  progress: (current: string, all: string) => `${current} of ${all} are current`,
  ended: 'The migrations have ended',
  confirm: {
    title: (count: number) => `Migrate ${tenantsOf(count)}?`,
    body: (version: number, waves: number) =>
      `Their tables are changed to version ${version}, ${waves === 1 ? 'in one wave' : `in ${waves} waves, one after the other`}. No further wave begins after one with a failure.`,
    perTenant: 'Each tenant is migrated in one transaction. A failed one stays as it was. While a table is changed, requests that need it wait.',
    undo: 'There is no way back to an older version other than a backup.',
    start: 'Migrate',
  },
  list: {
    title: 'Tenants that are behind',
    table: 'Tenants that are behind',
    empty: 'No tenant is behind',
    emptyBody: 'All tenants with tables of their own are at the target version.',
    error: 'Last error',
    migratedAt: 'Last migrated',
    never: 'Never',
  },
  drift: {
    title: 'Drift',
    lead: 'Compares the tables of each tenant, and the shared ones, with freshly migrated ones of the same version. Nothing is changed.',
    start: 'Check for drift',
    again: 'Check again',
    stop: 'Stop',
    progress: 'Compared',
    checked: (checked: number, all: number | undefined) =>
      all === undefined ? `${tenantsOf(checked)} so far` : `${checked.toLocaleString('en')} of ${tenantsOf(all)}`,
    none: (checked: number) =>
      checked === 0
        ? 'The shared tables do not differ. No tenant has tables of its own.'
        : `The shared tables and those of ${tenantsOf(checked)} were compared. None differs.`,
    some: (differing: number, checked: number) =>
      `The shared tables and those of ${tenantsOf(checked)} were compared. ${differing.toLocaleString('en')} ${differing === 1 ? 'differs' : 'differ'}.`,
    stopped: (checked: number) => `Stopped after ${tenantsOf(checked)}. What was not compared may differ.`,
    failed: (checked: number) => `The check broke off after ${tenantsOf(checked)}. What was not compared may differ.`,
    table: 'What differs from its version',
    subject: 'Tables of',
    shared: 'Shared tables',
    differences: (count: number) => counted(count, 'difference'),
    column: 'Differences',
    unnamed: 'The fingerprints differ, but no difference is named.',
  },
} as const;
