import {
  type TenantProviderProps,
  TenantProvider,
  type UseTenant,
  useTenant,
  useTenantCache,
  useTenantClient,
} from '@aegisx/tenancy-client/react';
import { act, render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { type Mock, vi } from 'vitest';
import { fakeService, json, problem } from '../service.js';

const NAMES: Record<string, string> = { acme: 'Acme Corporation', globex: 'Globex' };
const COLOURS: Record<string, string> = { acme: '#c2410c', globex: '#1d4ed8' };

/** Answers with the public profile of the tenant that the request's header names. */
export function profileOf(request: Request): Response {
  const subdomain = request.headers.get('X-Tenant-ID') ?? '';
  const name = NAMES[subdomain];
  return name === undefined
    ? problem(404, 'TENANT_NOT_FOUND')
    : json({ name, subdomain, branding: { primaryColor: COLOURS[subdomain] } });
}

/** A service where each request is answered when the test says so. */
export function heldService() {
  const held: { request: Request; answer: (response: Response) => Promise<void> }[] = [];
  const fetch = fakeService(
    (request) =>
      new Promise<Response>((resolve) => {
        const answer = (response: Response) => act(async () => resolve(response));
        held.push({ request, answer });
      }),
  );
  return { fetch, held };
}

export interface Seen {
  /** What a component saw last. */
  tenant: UseTenant;
  client: ReturnType<typeof useTenantClient>;
  cache: ReturnType<typeof useTenantCache>;
}

function Probe({ seen }: { seen: Seen }) {
  seen.tenant = useTenant();
  seen.client = useTenantClient();
  seen.cache = useTenantCache();
  const { tenant, isLoading, error } = seen.tenant;
  return <p>{isLoading ? 'loading' : (error?.code ?? tenant?.name ?? 'no tenant')}</p>;
}

/** Renders a provider in strict mode, where React runs effects twice: some code cannot bear it. */
export async function showAt(
  path: string,
  props: Partial<TenantProviderProps> = {},
  children?: ReactNode,
) {
  window.history.replaceState(null, '', path);
  const seen = {} as Seen;
  const whole: TenantProviderProps = {
    baseUrl: 'http://service.test',
    naming: 'header',
    token: () => 'secret',
    fetch: fakeService(profileOf),
    ...props,
  };
  const view = await act(async () =>
    render(
      <StrictMode>
        <TenantProvider {...whole}>
          <Probe seen={seen} />
          {children}
        </TenantProvider>
      </StrictMode>,
    ),
  );
  return { ...view, seen, text: () => view.container.querySelector('p')?.textContent };
}

export const switchTo = (seen: Seen, tenant: string | undefined) =>
  act(async () => seen.tenant.switchTenant(tenant));

/** What the browser does on back and forward. */
export const browserGoesTo = (path: string) =>
  act(async () => {
    window.history.replaceState(null, '', path);
    window.dispatchEvent(new PopStateEvent('popstate'));
  });

export const tenantsAsked = (fetch: Mock<(request: Request) => Promise<Response>>) =>
  fetch.mock.calls.map(([request]) => request.headers.get('X-Tenant-ID'));

export const quietly = () => vi.spyOn(console, 'error').mockImplementation(() => {});

/** A CSS variable of the page. */
export const shown = (name: string) => document.documentElement.style.getPropertyValue(name);
