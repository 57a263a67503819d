/**
 * The pages of the console, one a line: whose (`nobody`, `root`, or the `admin` or a `user` of a tenant),
 * the path, the heading to wait for, and a text that is there once everything is. `{id}` and `{name}` are
 * the tenant's. Pages that the navigation leads to are looked at whether they are here or not.
 */
export const PAGES = [
  { who: 'nobody', path: '/', heading: 'AegisX Tenancy', shows: 'Sign in to see' },

  { who: 'root', path: '/', heading: 'Dashboard', shows: 'Busiest today' },
  { who: 'root', path: '/tenants', heading: 'Tenants', shows: '{name}' },
  { who: 'root', path: '/tenants?q=nobody-is-called-so', heading: 'Tenants', shows: 'No tenant matches' },
  { who: 'root', path: '/tenants/new', heading: 'Create tenant' },
  { who: 'root', path: '/tenants/new/{id}', heading: 'Making {name}', shows: 'The tenant is ready' },
  { who: 'root', path: '/tenants/{id}', heading: '{name}', shows: 'The tenant is ready' },
  { who: 'root', path: '/tenants/{id}/branding', heading: '{name}', shows: 'Preview' },
  { who: 'root', path: '/tenants/{id}/settings', heading: '{name}', shows: 'Add a value' },
  { who: 'root', path: '/tenants/{id}/users', heading: '{name}', shows: 'Agatha' },
  { who: 'root', path: '/tenants/{id}/usage', heading: '{name}', shows: 'Requests today' },
  { who: 'root', path: '/tenants/{id}/identity', heading: '{name}', shows: 'Claims of a token' },
  { who: 'root', path: '/tenants/{id}/keys', heading: '{name}', shows: 'nobody sees a key here' },
  { who: 'root', path: '/tenants/{id}/database', heading: '{name}', shows: 'Compare with a fresh schema' },
  { who: 'root', path: '/tenants/{id}/audit', heading: '{name}', shows: 'tenant.entered' },
  { who: 'root', path: '/tenants/{id}/danger', heading: '{name}', shows: 'Purge' },
  { who: 'root', path: '/tenants/00000000-0000-7000-8000-000000000000', heading: 'Tenants', shows: 'There is no such tenant' },
  { who: 'root', path: '/audit?action=tenant.created', heading: 'Audit', shows: 'tenant.created' },
  { who: 'root', path: '/audit?actor=nobody-at-all', heading: 'Audit', shows: 'No entry matches' },
  { who: 'root', path: '/migrations', heading: 'Migrations', shows: 'Planned waves' },
  { who: 'root', path: '/isolation', heading: 'Isolation', shows: 'Prove now' },
  { who: 'root', path: '/no-such-page', heading: 'No such page' },

  { who: 'admin', path: '/mine', heading: 'My tenants', shows: '{name}' },
  { who: 'admin', path: '/tenants', heading: 'Tenants', shows: 'You may not see this' },
  { who: 'admin', path: '/tenants/{id}', heading: '{name}' },
  { who: 'admin', path: '/tenants/{id}/branding', heading: '{name}', shows: 'Preview' },
  { who: 'admin', path: '/tenants/{id}/settings', heading: '{name}' },
  { who: 'admin', path: '/tenants/{id}/identity', heading: '{name}', shows: 'Claims of a token' },
  { who: 'admin', path: '/tenants/{id}/audit', heading: '{name}', shows: 'tenant.created' },

  { who: 'user', path: '/mine', heading: 'My tenants', shows: '{name}' },
  { who: 'user', path: '/tenants/{id}', heading: '{name}' },
  { who: 'user', path: '/tenants/{id}/users', heading: '{name}', shows: 'Agatha' },
];
