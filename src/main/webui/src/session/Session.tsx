import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { useAuth } from 'react-oidc-context';
import { type Identity, identityOf } from './identity';
import { returnState } from './oidc';

export interface Session {
  identity: Identity;
  signIn: () => void;
  signOut: () => void;
}

const SessionContext = createContext<Session | undefined>(undefined);

export function SessionProvider({ token, children }: { token: string; children: ReactNode }) {
  const auth = useAuth();
  const signIn = useCallback(() => void auth.signinRedirect({ state: returnState() }), [auth]);
  const signOut = useCallback(() => {
    // A provider without an end-session endpoint, or out of reach, must not keep anyone signed in here.
    auth.signoutRedirect().catch(() => auth.removeUser());
  }, [auth]);
  const session = useMemo(
    () => ({ identity: identityOf(token), signIn, signOut }),
    [token, signIn, signOut],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) {
    throw new Error('There is no SessionProvider around this component');
  }
  return session;
}
