import { type Identity, isAdmin, isSuperAdmin } from '../session/identity';

export type TabName = 'overview' | 'branding' | 'users' | 'usage' | 'audit' | 'danger';

/** What somebody is shown of a tenant: nothing that the service would refuse them anyway. */
export function tabsFor(identity: Identity): readonly TabName[] {
  return [
    'overview',
    ...(isAdmin(identity) ? (['branding'] as const) : []),
    'users',
    'usage',
    ...(isAdmin(identity) ? (['audit'] as const) : []),
    ...(isSuperAdmin(identity) ? (['danger'] as const) : []),
  ];
}
