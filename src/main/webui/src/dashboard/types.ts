import type { components } from '@aegisx/tenancy-client';

type Schemas = components['schemas'];

export type Overview = Schemas['Overview'];
export type OverviewDay = Schemas['DayFigures'];
export type Busy = Schemas['TenantTraffic'];
export type NearQuota = Schemas['QuotaUse'];
export type Stuck = Schemas['FailedProvisioning'];
