const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];
const STEP = 1024;

export function bytes(amount: number): string {
  const power = amount < STEP ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(amount) / 10));
  const value = amount / STEP ** power;
  return `${value.toLocaleString('en', { maximumFractionDigits: 1 })} ${UNITS[power]}`;
}

const STEPS = 4;

/** Marks of an axis that are round as bytes: powers of two apart, up to at least what is given. */
export function byteTicks(highest: number): number[] {
  const step = 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(highest, 1) / STEPS)));
  return Array.from({ length: STEPS + 1 }, (_, index) => index * step);
}
