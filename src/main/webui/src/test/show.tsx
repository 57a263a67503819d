import { createTenancyClient } from '@aegisx/tenancy-client';
import { type Router, routerHistory, TenantProvider } from '@aegisx/tenancy-client/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { AuthProvider } from 'react-oidc-context';
import { createMemoryRouter, type RouteObject, RouterProvider } from 'react-router';
import { PlatformContext } from '../api/clients';
import { consoleLocation } from '../app/location';
import { ConfigContext } from '../config';
import { NoticeProvider } from '../parts/Notices';
import { SessionProvider } from '../session/Session';
import { tokenOf } from './tenant';

const CONFIG = { issuer: 'http://localhost', clientId: 'console', scope: 'openid', baseDomain: 'example.com' };
const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

interface ShowOptions {
  routes: RouteObject[];
  at: string;
  claims: Record<string, unknown>;
  answer: (request: Request) => Response | Promise<Response>;
  accessReason?: (tenant: string | undefined) => string | undefined;
}

/** Shows pages as the console does, with a service that answers as a test says. */
export function showAs({ routes, at, claims, answer, accessReason }: ShowOptions) {
  const service = {
    baseUrl: 'http://localhost',
    naming: 'header',
    token: () => 'token',
    fetch: async (request: Request) => answer(request),
  } as const;
  const router = createMemoryRouter(routes, { initialEntries: [at] });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const view = render(
    <AuthProvider authority="http://localhost" client_id="console" redirect_uri="http://localhost/">
      <SessionProvider token={tokenOf(claims)}>
        <ConfigContext.Provider value={CONFIG}>
          <QueryClientProvider client={queries}>
            <PlatformContext.Provider value={createTenancyClient(service)}>
              <TenantProvider
                {...service}
                accessReason={accessReason}
                location={consoleLocation}
                history={memoryHistory(router)}
                queryClient={queries}
              >
                <NoticeProvider>
                  <RouterProvider router={router} />
                </NoticeProvider>
              </TenantProvider>
            </PlatformContext.Provider>
          </QueryClientProvider>
        </ConfigContext.Provider>
      </SessionProvider>
    </AuthProvider>,
  );
  return { ...view, router, queries };
}

/** The addresses of a router that keeps them to itself. */
function memoryHistory(router: Router & { state: { location: { pathname: string; search: string } } }) {
  const url = () => {
    const { pathname, search } = router.state.location;
    return new URL(`${BASE}${pathname}${search}`, 'http://localhost');
  };
  return { ...routerHistory(router), url };
}

export function problemOf(status: number, code: string, more: Record<string, unknown> = {}): Response {
  return Response.json({ status, code, title: code, detail: `${code} happened`, requestId: 'r-1', ...more }, { status });
}
