import type { TenancyClient } from '@aegisx/tenancy-client';
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

export async function perform(client: TenancyClient, action: LifecycleAction, tenant: string) {
  const path = { tenant };
  switch (action) {
    case 'suspend':
      return client.PUT('/tenants/{tenant}/suspend', { params: { path } });
    case 'activate':
      return client.PUT('/tenants/{tenant}/activate', { params: { path } });
    case 'restore':
      return client.PUT('/tenants/{tenant}/restore', { params: { path } });
    case 'delete':
      return client.DELETE('/tenants/{tenant}', { params: { path } });
    case 'purge':
      return client.DELETE('/tenants/{tenant}', { params: { path, query: { purge: true } } });
  }
}
