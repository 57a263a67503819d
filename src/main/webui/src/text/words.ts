export const statusText = { pending: 'Pending', active: 'Active', suspended: 'Suspended', deleted: 'Deleted' } as const;

export const progressText = { pending: 'Waiting', running: 'Running', failed: 'Failed', done: 'Done' } as const;

export const planText = { basic: 'Basic', pro: 'Pro', enterprise: 'Enterprise' } as const;

export const planHintText = {
  basic: 'For trying things out and small teams. Unless configured otherwise: 10 users, 1 GB.',
  pro: 'For companies. Unless configured otherwise: 100 users, 10 GB.',
  enterprise: 'For large organisations. Unless configured otherwise: 10,000 users, 100 GB.',
} as const;

export const isolationText = {
  default: 'As configured',
  shared_database: 'Shared database',
  schema_per_tenant: 'Schema per tenant',
  database_per_tenant: 'Database per tenant',
} as const;

export const isolationHintText = {
  default: 'What the service is configured to do for this plan.',
  shared_database:
    'Rows in common tables, kept apart by row-level security. The least effort per tenant.',
  schema_per_tenant:
    'Tables of its own in a schema of its own: can be backed up and moved by itself.',
  database_per_tenant:
    'A database of its own: the strongest separation, and the most connections and upkeep.',
} as const;

export const fieldText = {
  name: 'Name',
  subdomain: 'Subdomain',
  status: 'Status',
  plan: 'Plan',
  isolation: 'Isolation',
  createdAt: 'Created',
  updatedAt: 'Changed',
  id: 'Tenant id',
  maxUsers: 'Users at most',
  storageLimit: 'Storage',
  features: 'Features',
  customDomain: 'Own domain',
  address: 'Address',
  newTab: 'opens a new tab',
  none: 'None',
  megabytes: (count: number) => `${count.toLocaleString('en')} MB`,
} as const;
