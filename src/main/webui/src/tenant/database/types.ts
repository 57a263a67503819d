import type { Isolation } from '../../api/types';

export interface StorageView {
  tenantId: string;
  isolation: Isolation;
  database: string;
  schema: string;
  adopted: boolean;
  version?: string | number | null;
  target: string | number;
  state: 'current' | 'behind' | 'none';
  migratedAt?: string | null;
  error?: string | null;
  bytes?: number | null;
  measuredAt?: string | null;
}

export interface DriftView {
  tenant?: { id: string; name: string; subdomain: string } | null;
  version: string | number;
  fingerprint: string;
  expected: string;
  differs: boolean;
  differences: string[];
}
