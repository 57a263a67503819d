import type { components } from '@aegisx/tenancy-client';

type Schemas = components['schemas'];

export type Tenant = Schemas['Tenant'];
export type TenantStatus = Schemas['TenantStatus'];
export type Plan = Schemas['Plan'];
export type Isolation = Schemas['Isolation'];
export type Branding = Schemas['Branding'];
export type Provisioning = Schemas['Provisioning'];
export type Progress = Schemas['Progress'];
export type User = Schemas['User'];
export type Usage = Schemas['Usage'];
export type UsageDay = Schemas['UsageDay'];
export type AuditEntry = Schemas['AuditEntry'];
export type Setting = Schemas['SettingView'];
export type SettingChange = Schemas['SettingChange'];
export type Keys = Schemas['KeyView'];
export type KeyVersion = Schemas['KeyVersion'];
export type Rotation = Schemas['KeyRotation'];
export type Storage = Schemas['Storage'];
export type StorageState = Schemas['StorageState'];
export type Drift = Schemas['Drift'];
export type IdentityProvider = Schemas['IdentityProvider'];
export type Feature = Schemas['FeatureView'];

export const STATUSES: readonly TenantStatus[] = ['pending', 'active', 'suspended', 'deleted'];
export const PLANS: readonly Plan[] = ['basic', 'pro', 'enterprise'];
export const ISOLATIONS: readonly Isolation[] = [
  'shared_database',
  'schema_per_tenant',
  'database_per_tenant',
];
