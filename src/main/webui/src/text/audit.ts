export const auditText = {
  table: 'Audit trail of the tenant',
  at: 'When',
  actor: 'Who',
  action: 'Action',
  target: 'What',
  outcome: 'Outcome',
  requestId: 'Request id',
  empty: 'Nothing recorded yet',
  emptyBody: 'Changes and accesses by platform administrators show up here.',
} as const;
