import { describe, expect, it } from 'vitest';
import { bytes, byteTicks } from '../parts/bytes';
import { relativeTime } from '../parts/When';
import { formOf, isSame, isValid, patchOf, pickable } from './branding';
import { actionsFor } from './lifecycle';
import { tabsFor } from './tabs';

describe('branding', () => {
  it.each([
    ['primaryColor', '#06c', true],
    ['primaryColor', '#0066CCff', true],
    ['primaryColor', 'red', false],
    ['primaryColor', '#06c;', false],
    ['logo', 'https://a.example/l.png', true],
    ['logo', '/logo.svg', true],
    ['logo', '//a.example/l.png', false],
    ['logo', 'javascript:alert(1)', false],
    ['logo', '', true],
  ] as const)('takes in %s %j: %s', (field, value, expected) => {
    expect(isValid(field, value)).toBe(expected);
  });

  it('unsets what was emptied', () => {
    const form = { ...formOf({ primaryColor: '#111111', logo: '/a' }), logo: '' };
    expect(patchOf(form)).toEqual({ primaryColor: '#111111', secondaryColor: null, logo: null, favicon: null });
    expect(isSame(form, formOf({ primaryColor: '#111111' }))).toBe(true);
  });

  it('gives colour fields the one form that they understand', () => {
    expect(['#abc', '#ABCDEF', '#abcdef80', 'x'].map(pickable)).toEqual(['#aabbcc', '#abcdef', '#abcdef', '#000000']);
  });
});

describe('a tenant page', () => {
  const of = (...roles: string[]) => tabsFor({ name: '', tenant: undefined, roles });
  it('shows each role what it may do', () => {
    expect(of()).toEqual(['overview', 'users', 'usage']);
    expect(of('tenant-admin')).toContain('audit');
    expect(of('tenant-admin')).not.toContain('danger');
    expect(of('super-admin')).toContain('danger');
    expect(of('tenant-admin')).toEqual(expect.arrayContaining(['settings', 'identity', 'keys']));
    expect(of('tenant-admin')).not.toContain('database');
    expect(of('super-admin')).toContain('database');
  });

  it('offers what a status allows', () => {
    expect(actionsFor('deleted')).toEqual(['restore', 'purge']);
    expect(actionsFor('active')).not.toContain('activate');
    expect(actionsFor('suspended')).toContain('activate');
  });
});

describe('amounts and times', () => {
  it('are in units that can be read', () => {
    expect(byteTicks(420_000).map(bytes)).toEqual(['0 B', '128 KB', '256 KB', '384 KB', '512 KB']);
    expect(byteTicks(512).at(-1)).toBe(512);
    expect(byteTicks(0)).toEqual([0, 1, 2, 3, 4]);
    expect([0, 1023, 1024, 1536, 10_737_418_240].map(bytes)).toEqual(['0 B', '1,023 B', '1 KB', '1.5 KB', '10 GB']);
    const now = Date.parse('2026-01-10T00:00:00Z');
    const ago = (seconds: number) => relativeTime(now - seconds * 1000, now);
    expect([0, 59, 60, 7_199, 90_000, 3 * 604_800].map(ago)).toEqual([
      'now', '59 seconds ago', '1 minute ago', '1 hour ago', 'yesterday', '3 weeks ago',
    ]);
    expect(ago(-300)).toBe('in 5 minutes');
  });
});
