export const usageText = {
  users: 'Users',
  storage: 'Storage',
  requests: 'Requests today',
  errors: 'Failed',
  refused: 'Refused by a limit',
  rate: 'Limit per second',
  burst: 'Burst',
  concurrent: 'At the same time',
  of: (used: string, limit: string) => `${used} of ${limit}`,
  measured: 'Storage measured',
  unlimited: 'no limit',
} as const;
