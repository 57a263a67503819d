import { TenancyError } from '@aegisx/tenancy-client';
import { describe, expect, it } from 'vitest';
import { patiently } from './patiently';

const limited = (retryAfter: number) => new TenancyError('RATE_LIMITED', { status: 429, title: 'Too many', retryAfter });

describe('reading patiently', () => {
  it('tries again after a limit of requests, but not for ever', async () => {
    let reads = 0;
    const read = async (refusals: number) => {
      if (++reads <= refusals) {
        throw limited(0);
      }
      return 'page';
    };
    const { signal } = new AbortController();
    expect(await patiently(() => read(3), signal)).toBe('page');
    expect(reads).toBe(4);
    reads = 0;
    await expect(patiently(() => read(99), signal)).rejects.toThrow('Too many');
    expect(reads).toBe(5);
  });

  it('does not try again what fails for another reason', async () => {
    let reads = 0;
    const failing = async () => {
      reads++;
      throw new TenancyError('INTERNAL', { status: 500, title: 'Broken' });
    };
    await expect(patiently(failing, new AbortController().signal)).rejects.toThrow('Broken');
    expect(reads).toBe(1);
  });

  it('can be stopped while it waits', async () => {
    const work = new AbortController();
    const outcome = patiently(() => Promise.reject(limited(60)), work.signal);
    setTimeout(() => work.abort(new Error('stopped')), 10);
    await expect(outcome).rejects.toThrow('stopped');
  });
});
