import { createTenancyClient, type TenancyClient } from '@aegisx/tenancy-client';
import { createContext, useContext } from 'react';

/**
 * The client of the control plane. It names no tenant: a tenant that is suspended or deleted is
 * refused wherever it is named, but has to be seen and restored all the same.
 */
export function platformClient(token: () => string | undefined): TenancyClient {
  return createTenancyClient({ baseUrl: window.location.origin, naming: 'header', token });
}

export const PlatformContext = createContext<TenancyClient | undefined>(undefined);

export function usePlatformClient(): TenancyClient {
  const client = useContext(PlatformContext);
  if (!client) {
    throw new Error('There is no PlatformContext around this component');
  }
  return client;
}
