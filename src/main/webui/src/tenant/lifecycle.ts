import { ifMatch, type TenancyClient } from '@aegisx/tenancy-client';
import type { TenantStatus } from '../api/types';

export type LifecycleAction = 'suspend' | 'activate' | 'delete' | 'restore' | 'purge';

const ACTIONS: Record<TenantStatus, readonly LifecycleAction[]> = {
  pending: ['delete', 'purge'],
  active: ['suspend', 'delete', 'purge'],
  suspended: ['activate', 'delete', 'purge'],
  deleted: ['restore', 'purge'],
};

/** What can be done to a tenant in a status. */
export function actionsFor(status: TenantStatus): readonly LifecycleAction[] {
  return ACTIONS[status];
}

/** Whether the subdomain has to be typed first: what cannot be undone by the press of a button. */
export function needsTyping(action: LifecycleAction): boolean {
  return action === 'delete' || action === 'purge';
}

/** Does it to the version of the tenant that was shown, and to no other. */
export async function perform(client: TenancyClient, action: LifecycleAction, tenant: string, etag: string | undefined) {
  const params = { path: { tenant }, header: etag ? ifMatch(etag) : {} };
  switch (action) {
    case 'suspend':
      return client.PUT('/tenants/{tenant}/suspend', { params });
    case 'activate':
      return client.PUT('/tenants/{tenant}/activate', { params });
    case 'restore':
      return client.PUT('/tenants/{tenant}/restore', { params });
    case 'delete':
      return client.DELETE('/tenants/{tenant}', { params });
    case 'purge':
      return client.DELETE('/tenants/{tenant}', { params: { ...params, query: { purge: true } } });
  }
}
