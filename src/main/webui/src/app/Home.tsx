import { Spinner } from '@patternfly/react-core';
import { Navigate } from 'react-router';
import { isSuperAdmin } from '../session/identity';
import { useSession } from '../session/Session';
import { useTenantSearch } from '../switching/search';
import { text } from '../text';
import { Dashboard } from './pages';

/** Where one begins: at how the platform does, or at one's own tenant where there is nothing to choose. */
export function Home() {
  const { identity } = useSession();
  const all = isSuperAdmin(identity);
  const { data, isPending } = useTenantSearch('', !all);
  if (all) {
    return <Dashboard />;
  }
  if (isPending) {
    return <Spinner aria-label={text.state.loading} />;
  }
  const [only, another] = data?.tenants ?? [];
  // What failed is said there, and can be tried again.
  return <Navigate to={only && !another ? `/tenants/${only.id}` : '/mine'} replace />;
}
