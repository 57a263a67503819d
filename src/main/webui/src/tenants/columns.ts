import { useState } from 'react';

export const COLUMNS = ['subdomain', 'status', 'plan', 'isolation', 'createdAt', 'updatedAt'] as const;
export type Column = (typeof COLUMNS)[number];

const KEY = 'console-tenant-columns';
const DEFAULT: readonly Column[] = ['subdomain', 'status', 'plan', 'isolation', 'createdAt'];

/** Reads a stored choice; what it does not know is of another version. */
export function columnsOf(stored: string | null): readonly Column[] {
  if (stored === null) {
    return DEFAULT;
  }
  const chosen = new Set(stored.split(','));
  return COLUMNS.filter((column) => chosen.has(column));
}

/** Which columns to show: a habit of this person at this browser, so it is kept there. */
export function useColumns(): [readonly Column[], (column: Column) => void] {
  const [columns, setColumns] = useState(() => columnsOf(window.localStorage.getItem(KEY)));
  const toggle = (column: Column) => {
    const chosen = COLUMNS.filter((each) => columns.includes(each) !== (each === column));
    window.localStorage.setItem(KEY, chosen.join(','));
    setColumns(chosen);
  };
  return [columns, toggle];
}
