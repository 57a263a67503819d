/** How many of something, in words. */
export function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count.toLocaleString('en')} ${what}s`;
}

export function tenantsOf(count: number): string {
  return counted(count, 'tenant');
}
