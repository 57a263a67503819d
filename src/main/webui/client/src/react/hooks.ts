import { createContext, useContext, useEffect, useMemo, useRef } from 'react';
import type { TenancyClient } from '../client.js';
import type { TenancyError } from '../errors.js';
import type { TenantCache } from './cache.js';
import type { Tenant } from './profile.js';
import type { TenantChange, TenantSession, TenantState } from './session.js';

export const TenantContext = createContext<
  { session: TenantSession; state: TenantState } | undefined
>(undefined);

export interface UseTenant {
  /** The tenant: its name and branding. Undefined while it is loading, and where there is none. */
  tenant: Tenant | undefined;
  /** What the address names as the tenant; undefined on the bare domain. */
  subdomain: string | undefined;
  isLoading: boolean;
  error: TenancyError | undefined;
  /** Goes to another tenant, or with undefined to none. */
  switchTenant: (tenant: string | undefined) => void;
  /** Asks for the tenant again. */
  reload: () => void;
}

/** The tenant that the address names. */
export function useTenant(): UseTenant {
  const { session, state } = useTenantContext();
  return useMemo(() => {
    const { tenant, subdomain, isLoading, error } = state;
    const { switchTenant, reload } = session;
    return { tenant, subdomain, isLoading, error, switchTenant, reload };
  }, [session, state]);
}

/**
 * The client of the tenant. When the tenant changes there is another one, and the requests of this
 * one are aborted.
 *
 * @throws TenancyError `TENANT_INVALID` where the address names what can be no tenant
 */
export function useTenantClient(): TenancyClient {
  return useTenantContext().state.scope.client;
}

/** What the page remembers of the tenant. When the tenant changes there is another, empty one. */
export function useTenantCache(): TenantCache {
  return useTenantContext().state.scope.cache;
}

/** Calls back after the tenant changed, such as to close what was open of the old one. */
export function useOnTenantChange(callback: (change: TenantChange) => void): void {
  const { subdomain } = useTenantContext().state;
  const latest = useRef(callback);
  const last = useRef(subdomain);
  useEffect(() => {
    latest.current = callback;
  });
  useEffect(() => {
    const from = last.current;
    last.current = subdomain;
    if (from !== subdomain) {
      latest.current({ from, to: subdomain });
    }
  }, [subdomain]);
}

function useTenantContext() {
  const context = useContext(TenantContext);
  if (!context) {
    throw new Error('There is no TenantProvider around this component');
  }
  return context;
}
