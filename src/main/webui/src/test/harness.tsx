import { createTenancyClient } from '@aegisx/tenancy-client';
import { TenantProvider } from '@aegisx/tenancy-client/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { AuthProvider } from 'react-oidc-context';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { PlatformContext } from '../api/clients';
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

type Answer = Response | undefined | Promise<Response | undefined>;

interface Options {
  /** What the service answers; nothing for what there is not. */
  answer: (sent: Sent) => Answer;
  roles?: readonly string[];
  address?: string;
}

const BASE = 'http://localhost';
const TENANT = 'acme';
const CONFIG = { issuer: BASE, clientId: 'console', scope: 'openid', baseDomain: 'localhost' };

/** A page with all that is around it in the console, for somebody with these roles. */
export function show(page: ReactNode, { answer, roles = ['super-admin'], address = '/page' }: Options) {
  const sent: Sent[] = [];
  const fetch = async (request: Request) => {
    const url = new URL(request.url);
    const content = await request.text();
    const { method, headers } = request;
    const one = { method, url, path: url.pathname, headers, body: content ? JSON.parse(content) : undefined };
    sent.push(one);
    return (await answer(one)) ?? problem(404, 'NOT_FOUND');
  };
  const token = () => 'token';
  const client = createTenancyClient({ baseUrl: BASE, naming: 'header', token, fetch });
  const router = createMemoryRouter([{ path: '/page', element: page }, { path: '*', element: <h1>Elsewhere</h1> }], {
    initialEntries: [address],
  });
  const location = { tenantOf: () => TENANT, addressOf: (_tenant: unknown, url: URL) => url };
  render(
    <AuthProvider authority={BASE} client_id="console" redirect_uri={`${BASE}/`}>
      <SessionProvider token={tokenOf({ roles })}>
        <ConfigContext.Provider value={CONFIG}>
          <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
            <PlatformContext.Provider value={client}>
              <TenantProvider baseUrl={BASE} naming="header" token={token} fetch={fetch} location={location}>
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
  return { router, sent };
}

export function problem(status: number, code: string, detail = 'The detail'): Response {
  return Response.json({ status, code, title: 'Broken', detail, requestId: 'r-1' }, { status });
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
