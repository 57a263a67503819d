import { TenancyError } from '@aegisx/tenancy-client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import { subdomainProblem } from './subdomain';

const PAUSE = 400;

export type Availability = 'unasked' | 'checking' | 'free' | 'taken' | 'unknown';

/**
 * Whether a subdomain seems to be free. The names of deleted and purged tenants stay reserved and are
 * not shown to anyone, so only creating the tenant tells for sure.
 */
export function useAvailability(subdomain: string): Availability {
  const client = usePlatformClient();
  const asked = useSettled(subdomain);
  const valid = subdomainProblem(subdomain) === undefined;
  const { data, isError } = useQuery({
    queryKey: keys.subdomain(asked),
    enabled: valid && asked === subdomain,
    retry: false,
    queryFn: async ({ signal }): Promise<Availability> => {
      try {
        await client.GET('/tenants/{tenant}', { params: { path: { tenant: asked } }, signal });
        return 'taken';
      } catch (error) {
        if (error instanceof TenancyError && error.code === 'TENANT_NOT_FOUND') {
          return 'free';
        }
        throw error;
      }
    },
  });
  if (!valid) {
    return 'unasked';
  }
  if (asked !== subdomain) {
    return 'checking';
  }
  return isError ? 'unknown' : (data ?? 'checking');
}

/**
 * Whether one may go on with a subdomain. Where it could not be found out whether it is free, one may:
 * the service will say.
 */
export function isReady(subdomain: string, availability: Availability): boolean {
  return (
    subdomainProblem(subdomain) === undefined &&
    (availability === 'free' || availability === 'unknown')
  );
}

/** The value, once it stays the same for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
