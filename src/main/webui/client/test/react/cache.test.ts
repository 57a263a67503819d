import { expect, it, vi } from 'vitest';
import { TenantCache } from '../../src/react/cache.js';
import { later } from '../service.js';

it('makes an entry once', () => {
  const cache = new TenantCache();
  const make = vi.fn(() => ({ name: 'Ann' }));
  expect(cache.remember('user', make)).toBe(cache.remember('user', make));
  expect(make).toHaveBeenCalledOnce();
  expect(cache.remember('other', make)).not.toBe(cache.remember('user', make));
});

it('remembers that there is nothing', () => {
  const cache = new TenantCache();
  const make = vi.fn(() => undefined);
  cache.remember('nothing', make);
  cache.remember('nothing', make);
  expect(make).toHaveBeenCalledOnce();
});

it('forgets what it is told to', () => {
  const cache = new TenantCache();
  cache.remember('count', () => 1);
  cache.forget('count');
  expect(cache.remember('count', () => 2)).toBe(2);
});

it('forgets a promise that failed, but not what came after it', async () => {
  const cache = new TenantCache();
  const first = later<number>();
  const failed = cache.remember('count', () => first.promise);
  cache.forget('count');
  const second = cache.remember('count', () => Promise.resolve(2));
  first.reject(new Error('failed'));
  await expect(failed).rejects.toThrow('failed');
  expect(cache.remember('count', () => Promise.resolve(3))).toBe(second);

  await expect(cache.remember('bad', () => Promise.reject(new Error()))).rejects.toThrow();
  expect(cache.remember('bad', () => 'again')).toBe('again');
});

it('is empty after its end, and stays so', () => {
  const cache = new TenantCache();
  cache.remember('count', () => 1);
  cache.end();
  expect(cache.remember('count', () => 2)).toBe(2);
  expect(cache.remember('count', () => 3)).toBe(3);
});
