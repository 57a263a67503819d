import { TenancyError } from '@aegisx/tenancy-client';
import { routerHistory, TenantProvider } from '@aegisx/tenancy-client/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useAuth } from 'react-oidc-context';
import { RouterProvider } from 'react-router';
import { lastReason } from '../access/grants';
import { PlatformContext, platformClient } from '../api/clients';
import { ConfigContext, type ConsoleConfig } from '../config';
import { NoticeProvider } from '../parts/Notices';
import { useSession } from '../session/Session';
import { consoleLocation } from './location';
import { consoleRouter } from './routes';

const RETRIES = 2;

function consoleQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // What was refused will be refused again; what was not answered may be the next time.
        retry: (failures, error) => failures < RETRIES && isPassing(error),
      },
    },
  });
}

function isPassing(error: unknown): boolean {
  return error instanceof TenancyError && (error.status === 0 || error.status === 502);
}

/** The console for somebody who is signed in. */
export function App({ config }: { config: ConsoleConfig }) {
  const auth = useAuth();
  const token = useRef(auth.user?.access_token);
  // Renewed tokens count from the next request on, without new clients.
  useEffect(() => {
    token.current = auth.user?.access_token;
  });
  const tokenNow = useCallback(() => token.current, []);
  const accessReason = useAccessReason();
  const [queries] = useState(consoleQueries);
  const [router] = useState(consoleRouter);
  const history = useMemo(() => routerHistory(router), [router]);
  const platform = useMemo(() => platformClient(tokenNow), [tokenNow]);
  return (
    <ConfigContext.Provider value={config}>
      <QueryClientProvider client={queries}>
        <PlatformContext.Provider value={platform}>
          <TenantProvider
            baseUrl={window.location.origin}
            naming="header"
            token={tokenNow}
            accessReason={accessReason}
            location={consoleLocation}
            history={history}
            queryClient={queries}
          >
            <NoticeProvider>
              <RouterProvider router={router} />
            </NoticeProvider>
          </TenantProvider>
        </PlatformContext.Provider>
      </QueryClientProvider>
    </ConfigContext.Provider>
  );
}

/** What whoever is signed in said for entering a tenant. */
function useAccessReason() {
  const subject = useSession().identity.subject ?? '';
  return useCallback((tenant?: string) => tenant && lastReason({ subject, tenant }), [subject]);
}
