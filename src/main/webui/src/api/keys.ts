/**
 * Keys of cached answers of the control plane. What belongs to one tenant has a `tenantKey` of the
 * client package instead, and goes when its page is left.
 */
export const keys = {
  tenants: ['tenants'] as const,
  tenantPage: (...parts: readonly unknown[]) => ['tenants', 'page', ...parts] as const,
  mine: (cursor: string) => ['tenants', 'mine', cursor] as const,
  provisioning: (tenant: string) => ['provisioning', tenant] as const,
  subdomain: (name: string) => ['subdomain', name] as const,
};
