export type { Branding } from './branding.js';
export type { TenantCache } from './cache.js';
export { type Router, type TenantHistory, browserHistory, routerHistory } from './history.js';
export {
  type UseTenant,
  useOnTenantChange,
  useTenant,
  useTenantCache,
  useTenantClient,
} from './hooks.js';
export { type TenantLocation, pathLocation, subdomainLocation } from './location.js';
export type { Tenant } from './profile.js';
export { TenantProvider, type TenantProviderProps } from './provider.js';
export { type QueryClientLike, tenantKey } from './queries.js';
export type { TenantChange, TenantSettings } from './session.js';
