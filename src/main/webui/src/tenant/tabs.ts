import { type Identity, isAdmin, isSuperAdmin } from '../session/identity';

export type TabName = 'overview' | 'branding' | 'settings' | 'users' | 'usage' | 'identity' | 'keys' | 'database' | 'audit' | 'danger';

/** What somebody is shown of a tenant: nothing that the service would refuse them anyway. */
export function tabsFor(identity: Identity): readonly TabName[] {
  return [
    'overview',
    ...(isAdmin(identity) ? (['branding', 'settings'] as const) : []),
    'users',
    'usage',
    ...(isAdmin(identity) ? (['identity', 'keys'] as const) : []),
    ...(isSuperAdmin(identity) ? (['database'] as const) : []),
    ...(isAdmin(identity) ? (['audit'] as const) : []),
    ...(isSuperAdmin(identity) ? (['danger'] as const) : []),
  ];
}
