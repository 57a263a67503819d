export const signInText = {
  title: 'AegisX Tenancy',
  lead: 'Tenants, their people and how they are doing. Sign in to see those that you may enter.',
  action: 'Sign in',
  busy: 'Signing in',
  failed: 'Signing in did not work',
} as const;

export const startFailedText = 'The console cannot start' as const;
