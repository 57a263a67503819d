import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isSuperAdmin } from '../session/identity';
import { useSession } from '../session/Session';
import { AskingProvider } from './asking';
import { ReasonForm } from './ReasonForm';
import { useGrant } from './useGrant';

/** Tabs about a tenant that the platform keeps. Any other shows the tenant's own data. */
const OF_THE_PLATFORM: ReadonlySet<string> = new Set(['overview', 'branding', 'database', 'danger']);

interface AccessGateProps {
  /** As the address names the tenant, and so the requests. */
  id: string;
  name: string;
  tab: string;
  children: ReactNode;
}

/** Asks a platform administrator for a reason before a tenant's own data is shown, and asked for. */
export function AccessGate({ id, name, tab, children }: AccessGateProps) {
  const { identity } = useSession();
  const { grant, isOver, begin } = useGrant(id);
  const [entered, setEntered] = useState(false);
  const open = !isSuperAdmin(identity) || OF_THE_PLATFORM.has(tab) || grant !== undefined;
  useEffect(() => {
    if (open) {
      setEntered(true);
    }
  }, [open]);
  const content = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    // The form that had the focus is gone.
    if (open && asked.current) {
      content.current?.focus();
    }
    asked.current = !open;
  }, [open]);
  return (
    <>
      {!open && <ReasonForm name={name} onEnter={begin} />}
      {/* When the time is over it is not shown any more, but what is half entered there is kept. */}
      {(open || (entered && isOver)) && (
        <div ref={content} tabIndex={-1} hidden={!open} className="console-content">
          <AskingProvider value={open}>{children}</AskingProvider>
        </div>
      )}
    </>
  );
}
