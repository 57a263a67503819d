import { type Identity, isSuperAdmin } from '../session/identity';
import { text } from '../text';

export interface ConsolePage {
  to: string;
  label: string;
}

/** The pages that somebody may go to, other than a tenant's. */
export function pagesFor(identity: Identity): readonly ConsolePage[] {
  return isSuperAdmin(identity)
    ? [
        { to: '/', label: text.dashboard.title },
        { to: '/tenants', label: text.frame.tenants },
        { to: '/tenants/new', label: text.frame.createTenant },
        { to: '/audit', label: text.audit.title },
        { to: '/migrations', label: text.migrations.title },
        { to: '/isolation', label: text.isolationReport.title },
      ]
    : [{ to: '/mine', label: text.frame.myTenants }];
}
