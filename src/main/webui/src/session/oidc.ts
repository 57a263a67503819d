import { WebStorageStateStore } from 'oidc-client-ts';
import type { AuthProviderProps } from 'react-oidc-context';
import type { ConsoleConfig } from '../config';

const BASE = import.meta.env.BASE_URL;

/**
 * Code flow with PKCE. Tokens live as long as the tab: what is in `localStorage` outlives it and is
 * shared by all tabs.
 */
export function oidcSettings(config: ConsoleConfig): AuthProviderProps {
  const store = new WebStorageStateStore({ store: window.sessionStorage });
  const console = `${window.location.origin}${BASE}`;
  return {
    authority: config.issuer,
    client_id: config.clientId,
    scope: config.scope,
    redirect_uri: console,
    post_logout_redirect_uri: console,
    userStore: store,
    stateStore: store,
    onSigninCallback: (user) => {
      // The code is used up; were it left in the address, a reload would present it again.
      window.history.replaceState(null, '', returnAddress(user?.state));
    },
  };
}

/** What is kept across the sign-in. */
export function returnState(): { returnTo: string } {
  const { pathname, search } = window.location;
  return { returnTo: pathname + search };
}

/** Only back into the console: the state has been in the browser's storage meanwhile. */
export function returnAddress(state: unknown): string {
  const returnTo =
    typeof state === 'object' && state !== null && 'returnTo' in state ? state.returnTo : undefined;
  return typeof returnTo === 'string' && returnTo.startsWith(BASE) ? returnTo : BASE;
}
