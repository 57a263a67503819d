import { text } from '../../text';

export type Kind = 'text' | 'json';

const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

export function isKey(key: string): boolean {
  return KEY.test(key);
}

/** How a value is best edited. */
export function kindOf(value: unknown): Kind {
  return typeof value === 'string' ? 'text' : 'json';
}

export function enteredOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

export type Read = { value: unknown; fault?: undefined } | { fault: string };

/** What was entered as the value that it stands for, or what is wrong with it. */
export function read(kind: Kind, entered: string): Read {
  if (kind === 'text') {
    return { value: entered };
  }
  if (entered.trim() === '') {
    return { fault: text.settings.jsonEmpty };
  }
  let value: unknown;
  try {
    value = JSON.parse(entered);
  } catch (error) {
    return { fault: text.settings.jsonBad(error instanceof Error ? error.message : String(error)) };
  }
  return isExact(value) ? { value } : { fault: text.settings.jsonUnsafe };
}

/** Whole numbers beyond this would become others when they are read. */
function isExact(value: unknown): boolean {
  if (typeof value === 'number') {
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  }
  return typeof value !== 'object' || value === null || Object.values(value).every(isExact);
}

/** The same value in the other notation; what cannot be translated stays as it was entered. */
export function convert(entered: string, to: Kind): string {
  if (to === 'json') {
    return JSON.stringify(entered);
  }
  const now = read('json', entered);
  return now.fault === undefined && typeof now.value === 'string' ? now.value : entered;
}

const LENGTH = 160;

/** A value in a line. */
export function shortOf(value: unknown): string {
  const whole = JSON.stringify(value) ?? '';
  return whole.length > LENGTH ? `${whole.slice(0, LENGTH)}…` : whole;
}
