import { idempotencyKey, type TenancyError } from '@aegisx/tenancy-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import { type Draft, newTenantOf } from './draft';

/** Creates the tenant and goes to where its making can be watched. */
export function useCreate() {
  const client = usePlatformClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const keyOf = useRequestKey();
  return useMutation<string, TenancyError, Draft>({
    mutationFn: async (draft) => {
      const body = newTenantOf(draft);
      const header = { Prefer: 'respond-async', ...keyOf(JSON.stringify(body)) };
      const { data } = await client.POST('/tenants', { params: { header }, body });
      return data.id;
    },
    onSuccess: async (id) => {
      await navigate(`/tenants/new/${id}`, { replace: true });
      await queries.invalidateQueries({ queryKey: keys.tenants });
    },
  });
}

/**
 * One key for each text. Whoever presses the button again after the network failed gets the tenant
 * that may have been made the first time; whoever changed something asks for something else.
 */
function useRequestKey(): (request: string) => { 'Idempotency-Key': string } {
  const last = useRef<{ request: string; key: { 'Idempotency-Key': string } }>(undefined);
  return (request) => {
    if (last.current?.request !== request) {
      last.current = { request, key: idempotencyKey(randomKey()) };
    }
    return last.current.key;
  };
}

/** `crypto.randomUUID` is only there on https and localhost. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
