import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { text } from '../text';

interface UnsavedGuardProps {
  active: boolean;
  body?: string;
  /** What the addresses begin with that are gone to once it is saved. */
  except?: string;
}

/** Asks before something unsaved is left behind. */
export function UnsavedGuard({ active, body = text.branding.unsavedBody, except }: UnsavedGuardProps) {
  const blocker = useBlocker(({ currentLocation: { pathname: from }, nextLocation: { pathname: to } }) => {
    const saved = except !== undefined && to.startsWith(except);
    return active && !saved && from !== to;
  });
  useEffect(() => {
    if (!active) {
      return undefined;
    }
    // Closing the tab and loading another page are beyond the router; the browser asks in its own words.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active]);
  if (blocker.state !== 'blocked') {
    return null;
  }
  return (
    <Modal isOpen variant="small" aria-labelledby="unsaved-title" onClose={() => blocker.reset()}>
      <ModalHeader labelId="unsaved-title" title={text.branding.unsavedTitle} />
      <ModalBody>{body}</ModalBody>
      <ModalFooter>
        <Button variant="danger" onClick={() => blocker.proceed()}>
          {text.branding.leave}
        </Button>
        <Button variant="link" onClick={() => blocker.reset()}>
          {text.branding.stay}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
