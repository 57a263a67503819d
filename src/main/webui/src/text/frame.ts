export const brand = 'AegisX Tenancy';

export const titleOf = (page: string) => `${page} · AegisX Tenancy`;

export const frameText = {
  skip: 'Skip to content',
  navigation: 'Main',
  toggleNavigation: 'Navigation',
  tenants: 'Tenants',
  myTenants: 'My tenants',
  createTenant: 'Create tenant',
  userMenu: (name: string) => `Signed in as ${name}`,
  signOut: 'Sign out',
  theme: { label: 'Colour theme', system: 'As the system', light: 'Light', dark: 'Dark' },
} as const;
