import type { components } from '@aegisx/tenancy-client';

type Schemas = components['schemas'];

export type Migrations = Schemas['Migrations'];
export type Behind = Schemas['BehindTenant'];
export type Drift = Schemas['Drift'];
