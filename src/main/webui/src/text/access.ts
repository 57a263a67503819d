import { counted } from './count';

export const accessText = {
  title: 'Why do you enter this tenant?',
  lead: (name: string) =>
    `What follows is data of ${name}. The reason is recorded in the tenant's audit trail, where its administrators see it.`,
  reason: 'Reason',
  reasonHint: 'Such as the number of a support ticket. 1 to 200 characters.',
  required: 'Enter a reason',
  tooLong: 'At most 200 characters',
  duration: 'For how long',
  minutes: (count: number) => counted(count, 'minute'),
  enter: 'Enter',
  banner: (tenant: string, reason: string, left: number) =>
    `You are in ${tenant} as a platform administrator: ${reason}. ${counted(left, 'minute')} left`,
  label: 'Access to the tenant',
  more: '15 minutes more',
  end: 'End now',
} as const;
