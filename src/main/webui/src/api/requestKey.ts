import { idempotencyKey } from '@aegisx/tenancy-client';
import { useRef } from 'react';

/**
 * One key for each text. Whoever presses the button again after the network failed gets what may have
 * been made the first time; whoever changed something asks for something else.
 */
export function useRequestKey(): (request: string) => { 'Idempotency-Key': string } {
  const last = useRef<{ request: string; key: { 'Idempotency-Key': string } }>(undefined);
  return (request) => {
    if (last.current?.request !== request) {
      last.current = { request, key: idempotencyKey(randomKey()) };
    }
    return last.current.key;
  };
}

/** `crypto.randomUUID` is only there on https and localhost. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
