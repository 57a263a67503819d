import { counted } from './count';

export const provisioningText = {
  title: 'Provisioning',
  making: (name: string) => `Making ${name}`,
  done: 'The tenant is ready',
  failed: 'A step failed',
  active: 'The steps are under way',
  attempts: (count: number) => counted(count, 'attempt'),
  nextAttempt: 'It is tried again',
  retry: 'Try again now',
  open: 'Open the tenant',
  none: 'There is no record of how this tenant was made.',
  steps: { database: 'Database', storage: 'Storage', activation: 'Activation' } as Record<string, string>,
} as const;
