import { Alert, Bullseye, Button, Card, CardBody, CardTitle, Spinner } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { hasAuthParams, useAuth } from 'react-oidc-context';
import { text } from '../text';
import { returnState } from './oidc';
import { SessionProvider } from './Session';

/** Shows the console to whoever is signed in, and to others how to sign in. */
export function Gate({ children }: { children: ReactNode }) {
  const auth = useAuth();
  if (auth.user && !auth.user.expired) {
    return <SessionProvider token={auth.user.access_token}>{children}</SessionProvider>;
  }
  const busy = auth.isLoading || auth.activeNavigator !== undefined;
  if (busy && !auth.error) {
    return (
      <Bullseye>
        <Spinner aria-label={text.signIn.busy} />
      </Bullseye>
    );
  }
  // The query of a refused sign-in is no address to come back to.
  const state = hasAuthParams() ? undefined : returnState();
  return (
    <main className="console-gate">
      <Card isLarge>
        <CardTitle component="h1">{text.signIn.title}</CardTitle>
        <CardBody>
          <p>{text.signIn.lead}</p>
          {auth.error && (
            <Alert component="p" variant="danger" isInline title={text.signIn.failed} className="console-gap">
              {auth.error.message}
            </Alert>
          )}
          <Button className="console-gap" onClick={() => void auth.signinRedirect({ state })}>
            {text.signIn.action}
          </Button>
        </CardBody>
      </Card>
    </main>
  );
}
