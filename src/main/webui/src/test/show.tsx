import { createTenancyClient } from '@aegisx/tenancy-client';
import { type Router, routerHistory, TenantProvider } from '@aegisx/tenancy-client/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { AuthProvider } from 'react-oidc-context';
import { createMemoryRouter, type RouteObject, RouterProvider } from 'react-router';
import { PlatformContext } from '../api/clients';
import { consoleLocation } from '../app/location';
import { ConfigContext } from '../config';
import { NoticeProvider } from '../parts/Notices';
import { SessionProvider } from '../session/Session';
import { tokenOf } from './tenant';

/** A request as the service gets it. */
export interface Sent {
  method: string;
  url: URL;
  path: string;
  headers: Headers;
  body: unknown;
}

/** What the service answers; nothing for what there is not. */
export type Answer = (sent: Sent) => Response | undefined | Promise<Response | undefined>;

interface Options {
  answer: Answer;
  roles?: readonly string[];
  /** Names the tenant, as in the console. */
  at?: string;
  accessReason?: (tenant: string | undefined) => string | undefined;
}

const HERE = 'http://localhost';
const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');
const CONFIG = { issuer: HERE, clientId: 'console', scope: 'openid', baseDomain: 'localhost' };

/** Where a page of the tenant acme is. */
const AT_ACME = '/tenants/acme/page';

/** Shows pages with all that is around them in the console, to somebody with these roles. */
export function show(
  pages: ReactNode | RouteObject[],
  { answer, roles = ['super-admin'], at = AT_ACME, accessReason }: Options,
) {
  const sent: Sent[] = [];
  const service = {
    baseUrl: HERE,
    naming: 'header',
    token: () => 'token',
    fetch: async (request: Request) => {
      const one = await sentOf(request);
      sent.push(one);
      return (await answer(one)) ?? problem(404, 'NOT_FOUND');
    },
  } as const;
  const router = createMemoryRouter(routesOf(pages, at), { initialEntries: [at] });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <AuthProvider authority={HERE} client_id="console" redirect_uri={`${HERE}/`}>
      <SessionProvider token={tokenOf({ sub: 'me', roles })}>
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
  return { router, queries, sent };
}

function routesOf(pages: ReactNode | RouteObject[], at: string): RouteObject[] {
  const routes = Array.isArray(pages) ? (pages as RouteObject[]) : [{ path: at.replace(/\?.*/, ''), element: pages }];
  return [...routes, { path: '*', element: <h1>Elsewhere</h1> }];
}

async function sentOf(request: Request): Promise<Sent> {
  const { method, headers } = request;
  const url = new URL(request.url);
  const content = await request.text();
  return { method, url, path: url.pathname, headers, body: content ? JSON.parse(content) : undefined };
}

/** The addresses of a router that keeps them to itself. */
function memoryHistory(router: Router & { state: { location: { pathname: string; search: string } } }) {
  const url = () => {
    const { pathname, search } = router.state.location;
    return new URL(`${BASE}${pathname}${search}`, HERE);
  };
  return { ...routerHistory(router), url };
}

export function problem(status: number, code: string, more: Record<string, unknown> = {}): Response {
  const document = { status, code, title: 'Broken', detail: 'The detail', requestId: 'r-1', ...more };
  return Response.json(document, { status });
}

/** What the browser is made to save, as it would be in the file. */
export function savedFiles(): { name: string; content: Blob }[] {
  const saved: { name: string; content: Blob }[] = [];
  let latest = new Blob();
  URL.createObjectURL = (content) => {
    latest = content as Blob;
    return 'blob:saved';
  };
  URL.revokeObjectURL = () => {};
  HTMLAnchorElement.prototype.click = function click() {
    saved.push({ name: this.download, content: latest });
  };
  return saved;
}
