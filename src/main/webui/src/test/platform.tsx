import { createTenancyClient } from '@aegisx/tenancy-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { AuthProvider } from 'react-oidc-context';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { PlatformContext } from '../api/clients';
import { NoticeProvider } from '../parts/Notices';
import { SessionProvider } from '../session/Session';
import { tokenOf } from './tenant';

export type Answer = (asked: { method: string; url: URL }) => Response | Promise<Response>;

/** Shows a page of the control plane to a super-admin, with the answers that are given here. */
export function showPage(page: ReactNode, answer: Answer, address = '/page') {
  const client = createTenancyClient({
    baseUrl: 'http://localhost',
    naming: 'header',
    token: () => 'token',
    fetch: async ({ method, url }) => answer({ method, url: new URL(url) }),
  });
  const router = createMemoryRouter([{ path: '*', element: page }], { initialEntries: [address] });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <AuthProvider authority="http://localhost" client_id="console" redirect_uri="http://localhost/">
      <SessionProvider token={tokenOf({ roles: ['super-admin'] })}>
        <QueryClientProvider client={queries}>
          <PlatformContext.Provider value={client}>
            <NoticeProvider>
              <RouterProvider router={router} />
            </NoticeProvider>
          </PlatformContext.Provider>
        </QueryClientProvider>
      </SessionProvider>
    </AuthProvider>,
  );
  return { router, queries };
}

export function problem(status: number, code: string): Response {
  return Response.json({ status, code, title: 'Broken', detail: 'The detail', requestId: 'r-1' }, { status });
}
