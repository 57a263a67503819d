import {
  type ReactElement,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { applyBranding } from './branding.js';
import { TenantContext } from './hooks.js';
import { TenantSession, type TenantSettings } from './session.js';

export interface TenantProviderProps extends TenantSettings {
  children?: ReactNode;
}

/** Gives its children the tenant that the address names, and the page that tenant's look. */
export function TenantProvider({ children, ...settings }: TenantProviderProps): ReactElement {
  const [session] = useState(() => new TenantSession(settings));
  // Before the children's effects, which may already call the service.
  useLayoutEffect(() => session.configure(settings));
  const state = useSyncExternalStore(session.subscribe, session.state);

  // Before the browser paints: nothing of the old tenant's look is seen at the new one.
  const branding = state.tenant?.branding;
  useLayoutEffect(() => (branding ? applyBranding(branding, document) : undefined), [branding]);

  const value = useMemo(() => ({ session, state }), [session, state]);
  return <TenantContext.Provider value={value}>{children}</TenantContext.Provider>;
}
