export const tenantExportText = {
  title: 'Export',
  body: 'Saves users, products, orders, configuration and the audit trail as one file, a line of JSON each (NDJSON). Values of secrets are left out.',
  snapshot:
    'It is read page by page while the tenant goes on working, not as one snapshot: what is changed meanwhile may be in it as it was or as it is, and what refers to one another may not fit.',
  inactive: 'A tenant can be exported while it is active only.',
  start: 'Export all data',
  stop: 'Stop',
  kinds: { user: 'Users', product: 'Products', order: 'Orders', config: 'Configuration', audit: 'Audit trail' },
  progress: 'Progress of the export',
  count: (count: number) => count.toLocaleString('en'),
  states: { waiting: 'Waiting', reading: 'Reading', done: 'Done' },
  stopped: 'The export is stopped. Nothing was saved.',
  leaving: 'The export is not done yet. It stops, and nothing is saved.',
  done: (name: string, lines: number) => `${name} is saved: ${lines.toLocaleString('en')} lines`,
  note: 'Read page by page while the tenant was in use, not as one snapshot. Values of secrets are left out.',
} as const;
