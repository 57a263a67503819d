import type { TenancyClient } from '@aegisx/tenancy-client';
import type { Plan, Tenant } from '../api/types';

export const BULK_ACTIONS = ['suspend', 'activate', 'plan'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** What is done to each tenant. */
export type BulkChange = { action: 'suspend' | 'activate' } | { action: 'plan'; plan: Plan };

/** How it went for one tenant; without an error it was done. */
export interface BulkResult {
  tenant: Tenant;
  error?: unknown;
}

const AT_ONCE = 4;

/** Does it to each tenant. One that fails does not keep the others from it. */
export async function runBulk(
  client: TenancyClient,
  change: BulkChange,
  tenants: readonly Tenant[],
  onResult: (result: BulkResult) => void,
): Promise<void> {
  const waiting = [...tenants];
  const worker = async () => {
    for (let tenant = waiting.shift(); tenant; tenant = waiting.shift()) {
      onResult(await changed(client, change, tenant));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function changed(client: TenancyClient, change: BulkChange, tenant: Tenant): Promise<BulkResult> {
  try {
    await apply(client, change, tenant.id);
    return { tenant };
  } catch (error) {
    return { tenant, error };
  }
}

async function apply(client: TenancyClient, change: BulkChange, tenant: string) {
  const params = { path: { tenant } };
  switch (change.action) {
    case 'suspend':
      return client.PUT('/tenants/{tenant}/suspend', { params });
    case 'activate':
      return client.PUT('/tenants/{tenant}/activate', { params });
    case 'plan':
      return client.PUT('/tenants/{tenant}', { params, body: { plan: change.plan } });
  }
}
