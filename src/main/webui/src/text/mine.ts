export const mineText = {
  title: 'My tenants',
  lead: 'Choose the tenant to look at.',
  empty: 'No tenant',
  emptyBody: 'Your sign-in names no tenant that you may enter. Ask your administrator.',
} as const;
