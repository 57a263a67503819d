import { describe, expect, it } from 'vitest';
import { differences } from './diff';

describe('what became of a value', () => {
  it('is told field by field', () => {
    const before = { name: 'A', plan: 'basic', settings: { maxUsers: 1, features: ['a', 'b'] } };
    const after = { name: 'A', plan: 'pro', settings: { features: ['a', 'c', 'd'], storageLimit: 0 } };
    expect(differences(before, after)).toEqual([
      { path: 'plan', kind: 'changed', before: 'basic', after: 'pro' },
      { path: 'settings.maxUsers', kind: 'removed', before: 1 },
      { path: 'settings.features[1]', kind: 'changed', before: 'b', after: 'c' },
      { path: 'settings.features[2]', kind: 'added', after: 'd' },
      { path: 'settings.storageLimit', kind: 'added', after: 0 },
    ]);
  });

  it('names each field of what was made and of what was removed', () => {
    expect(differences(undefined, { a: { b: null } })).toEqual([{ path: 'a.b', kind: 'added', after: null }]);
    expect(differences({ a: 1 }, undefined)).toEqual([{ path: 'a', kind: 'removed', before: 1 }]);
  });

  it('does not mix up values of different kinds', () => {
    expect(differences({ a: [1] }, { a: { 0: 1 } })).toEqual([
      { path: 'a', kind: 'changed', before: [1], after: { 0: 1 } },
    ]);
    expect(differences('x', null)).toEqual([{ path: '', kind: 'changed', before: 'x', after: null }]);
    expect(differences({ a: [] }, { a: [] })).toEqual([]);
    expect(differences({ a: {} }, {})).toEqual([{ path: 'a', kind: 'removed', before: {} }]);
  });
});
