import { Button, EmptyState, EmptyStateActions, EmptyStateFooter } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { createBrowserRouter, useNavigate } from 'react-router';
import { AuditPage } from '../audit/AuditPage';
import { CreatePage } from '../create/CreatePage';
import { ProgressPage } from '../create/ProgressPage';
import { MinePage } from '../mine/MinePage';
import { Forbidden } from '../parts/ProblemState';
import { isSuperAdmin } from '../session/identity';
import { useSession } from '../session/Session';
import { TenantPage } from '../tenant/TenantPage';
import { TenantsPage } from '../tenants/TenantsPage';
import { text } from '../text';
import { Crash } from './ErrorBoundary';
import { Frame } from './Frame';
import { Home } from './Home';
import { PageHeading } from './PageHeading';
import { Isolation, Migrations } from './pages';

export function consoleRouter() {
  return createBrowserRouter(
    [
      {
        element: <Frame />,
        children: [
          {
            errorElement: <Crash />,
            children: [
              { index: true, element: <Home /> },
              { path: 'tenants', element: <SuperAdminOnly title={text.tenants.title} page={<TenantsPage />} /> },
              { path: 'tenants/new', element: <SuperAdminOnly title={text.create.title} page={<CreatePage />} /> },
              { path: 'tenants/new/:id', element: <SuperAdminOnly title={text.create.title} page={<ProgressPage />} /> },
              { path: 'tenants/:id/:tab?', element: <TenantPage /> },
              { path: 'audit', element: <SuperAdminOnly title={text.audit.title} page={<AuditPage />} /> },
              { path: 'migrations', element: <SuperAdminOnly title={text.migrations.title} page={<Migrations />} /> },
              { path: 'isolation', element: <SuperAdminOnly title={text.isolationReport.title} page={<Isolation />} /> },
              { path: 'mine', element: <MinePage /> },
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
      },
    ],
    { basename: import.meta.env.BASE_URL.replace(/\/$/, '') },
  );
}

function SuperAdminOnly({ title, page }: { title: string; page: ReactNode }) {
  const { identity } = useSession();
  if (isSuperAdmin(identity)) {
    return page;
  }
  return (
    <>
      <PageHeading title={title} />
      <Forbidden />
    </>
  );
}

function NotFound() {
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title={text.notFound.title} />
      <EmptyState>
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="link" onClick={() => void navigate('/')}>
              {text.notFound.home}
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </>
  );
}
