import { PageSection, Skeleton } from '@patternfly/react-core';
import { type ComponentType, lazy, Suspense } from 'react';
import { text } from '../text';

/** Pages that are loaded when somebody goes to them. */
export const Dashboard = page(() => import('../dashboard/DashboardPage').then((all) => all.DashboardPage));
export const Migrations = page(() => import('../migrations/MigrationsPage').then((all) => all.MigrationsPage));
export const Isolation = page(() => import('../isolation/IsolationPage').then((all) => all.IsolationPage));

function page(load: () => Promise<ComponentType>) {
  const Page = lazy(async () => ({ default: await load() }));
  return function LazyPage() {
    return (
      <Suspense fallback={<Loading />}>
        <Page />
      </Suspense>
    );
  };
}

function Loading() {
  return (
    <PageSection hasBodyWrapper={false}>
      <Skeleton height="14rem" screenreaderText={text.state.loading} />
    </PageSection>
  );
}
