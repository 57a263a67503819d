import type { Tone } from './series';

/** Tokens that follow the theme. The dashes tell lines apart where colours do not. */
export const LOOK: Record<Tone, { colour: string; dashes: string }> = {
  main: { colour: 'var(--pf-t--global--color--brand--default)', dashes: '' },
  bad: { colour: 'var(--pf-t--global--icon--color--status--danger--default)', dashes: '7 3' },
  other: { colour: 'var(--pf-t--global--icon--color--status--custom--default)', dashes: '2 3' },
};
