export const tenantText = {
  tabs: { overview: 'Overview', branding: 'Branding', settings: 'Settings', users: 'Users', usage: 'Usage', identity: 'Identity provider', keys: 'Keys', database: 'Database', audit: 'Audit', danger: 'Danger zone' },
  tabsLabel: 'Parts of the tenant',
  breadcrumb: 'Breadcrumb',
} as const;

export const dangerText = {
  suspend: 'Suspend',
  suspendBody: 'All requests of its people are refused within a second. Its data is kept.',
  activate: 'Activate',
  activateBody: 'Requests of its people are served again within a second.',
  delete: 'Delete',
  deleteBody: 'All requests are refused. The data is kept for the retention time, in which the tenant can be restored, and is then purged.',
  restore: 'Restore',
  restoreBody: 'The tenant is served again, with the data that it had.',
  purge: 'Purge',
  purgeBody: 'Storage, keys and all data are removed for good, now. The subdomain stays reserved for ever. This cannot be undone.',
  confirmTitle: (action: string, name: string) => `${action} ${name}?`,
  typeToConfirm: (subdomain: string) => `Type ${subdomain} to confirm`,
  cancel: 'Cancel',
  done: { suspend: 'The tenant is suspended', activate: 'The tenant is active', delete: 'The tenant is deleted', restore: 'The tenant is restored', purge: 'The tenant is purged' },
} as const;
