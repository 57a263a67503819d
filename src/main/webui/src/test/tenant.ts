import type { Tenant } from '../api/types';

export function tenant(change: Partial<Tenant> = {}): Tenant {
  return {
    id: '01a21268-5e62-7b3f-b1c5-52371388fe65',
    name: 'Acme',
    subdomain: 'acme',
    status: 'active',
    plan: 'pro',
    isolation: 'shared_database',
    settings: { maxUsers: 100, storageLimit: 10240, features: [], branding: {} },
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-02T00:00:00Z',
    ...change,
  };
}

/** An unsigned token, which is all that the console reads of one. */
export function tokenOf(claims: Record<string, unknown>): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.`;
}
