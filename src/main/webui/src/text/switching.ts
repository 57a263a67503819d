export const switchingText = {
  choose: 'Choose a tenant',
  toggle: (name: string) => `Tenant: ${name}. Switch to another one`,
  panel: 'Switch tenant',
  search: 'Search tenants by name or subdomain',
  searchHint: 'Name or subdomain',
  recent: 'Opened last',
  found: 'Tenants',
  noMatch: 'No tenant matches',
  failed: 'The tenants could not be found out',
  searching: 'Searching',
  more: 'There are more. Type more of the name.',
} as const;

export const paletteText = {
  open: 'Search or jump to…',
  keys: 'Ctrl K',
  macKeys: '⌘ K',
  title: 'Search or jump to',
  hint: 'A page, an action or a tenant',
  pages: 'Pages',
  ofTenant: (name: string) => `Parts of ${name}`,
  actions: 'Actions',
  theme: (theme: string) => `Colour theme: ${theme.toLowerCase()}`,
  nothing: 'Nothing matches',
} as const;
