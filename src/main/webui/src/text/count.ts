/** How many tenants, in words. */
export function tenantsOf(count: number): string {
  return count === 1 ? '1 tenant' : `${count.toLocaleString('en')} tenants`;
}
