import type { TenancyClient } from '@aegisx/tenancy-client';
import type { Tenant } from '../api/types';

export type BulkAction = 'suspend' | 'activate';

/** How it went for one tenant; without an error it was done. */
export interface BulkResult {
  tenant: Tenant;
  error?: unknown;
}

const AT_ONCE = 4;

/** Does it to each tenant. One that fails does not keep the others from it. */
export async function runBulk(
  client: TenancyClient,
  action: BulkAction,
  tenants: readonly Tenant[],
  onResult: (result: BulkResult) => void,
): Promise<void> {
  const waiting = [...tenants];
  const worker = async () => {
    for (let tenant = waiting.shift(); tenant; tenant = waiting.shift()) {
      onResult(await changed(client, action, tenant));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function changed(client: TenancyClient, action: BulkAction, tenant: Tenant): Promise<BulkResult> {
  const params = { path: { tenant: tenant.id } };
  try {
    await (action === 'suspend'
      ? client.PUT('/tenants/{tenant}/suspend', { params })
      : client.PUT('/tenants/{tenant}/activate', { params }));
    return { tenant };
  } catch (error) {
    return { tenant, error };
  }
}
