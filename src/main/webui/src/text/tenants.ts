import { tenantsOf } from './count';

export const tenantsText = {
  title: 'Tenants',
  table: 'Tenants',
  search: 'Search tenants by name or subdomain',
  searchHint: 'Name or subdomain',
  filterBy: (field: string) => `Filter by ${field.toLowerCase()}`,
  anyOf: (field: string) => `${field}: any`,
  oneOf: (field: string, value: string) => `${field}: ${value}`,
  any: 'Any',
  clear: 'Clear filters',
  columns: 'Columns',
  export: 'Export CSV',
  exporting: (count: number) => `Exporting: ${count.toLocaleString('en')} so far`,
  exportStop: 'Stop the export',
  exportFailed: 'The export did not finish',
  exported: (count: number) => `${tenantsOf(count)} exported`,
  emptyTitle: 'No tenants yet',
  emptyBody: 'Create the first one; its storage is made for it.',
  noMatchTitle: 'No tenant matches',
  noMatchBody: 'No tenant has all of what is searched and filtered for.',
  select: (name: string) => `Select ${name}`,
  selectColumn: 'Selected',
  selectAll: 'Select all on this page',
  selected: (count: number) => `${count} selected`,
} as const;

export const bulkText = {
  suspend: 'Suspend',
  activate: 'Activate',
  confirm: {
    suspend: (count: number) => `Suspend ${tenantsOf(count)}?`,
    activate: (count: number) => `Activate ${tenantsOf(count)}?`,
  },
  consequence: {
    suspend: 'All requests of their people are refused within a second. Their data is kept.',
    activate: 'Requests of their people are served again within a second.',
  },
  results: 'Results',
  succeeded: 'Done',
  failed: 'Failed',
  running: 'Under way',
  summary: (done: number, failed: number) => `${done} done, ${failed} failed`,
  result: 'Result',
  cancel: 'Cancel',
  close: 'Close',
} as const;
