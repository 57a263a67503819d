/** What is used of TanStack Query's `QueryClient`. */
export interface QueryClientLike {
  cancelQueries(filters: { queryKey: readonly unknown[] }): Promise<void>;
  removeQueries(filters: { queryKey: readonly unknown[] }): void;
}

/** The key of a query about a tenant. Queries with such a key go when their tenant does. */
export function tenantKey(tenant: string | undefined, ...parts: readonly unknown[]): unknown[] {
  return ['tenant', tenant ?? null, ...parts];
}

/** Ends the tenant's queries under way, and removes what they found. */
export function dropQueries(client: QueryClientLike, tenant: string | undefined): void {
  const queryKey = tenantKey(tenant);
  void client.cancelQueries({ queryKey });
  client.removeQueries({ queryKey });
}
