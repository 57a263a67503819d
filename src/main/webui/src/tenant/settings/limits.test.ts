import { describe, expect, it } from 'vitest';
import { tenant } from '../../test/tenant';
import { faultOf, hasChanges, limitsOf, limitsPatch } from './limits';

const saved = limitsOf(tenant({ settings: { maxUsers: 100, storageLimit: 10240, features: ['sso'], customDomain: 'a.example.com' } }));

describe('limits of a tenant', () => {
  it('are sent only where they were changed, and unset where they were emptied', () => {
    expect(hasChanges(saved, saved)).toBe(false);
    expect(limitsPatch({ ...saved, plan: 'basic' }, saved)).toEqual({ plan: 'basic' });
    expect(limitsPatch({ ...saved, maxUsers: '', storageLimit: '0', customDomain: '' }, saved)).toEqual({
      settings: { maxUsers: null, storageLimit: 0, customDomain: null },
    });
  });

  it('tell no features at all from those of the plan', () => {
    expect(limitsPatch({ ...saved, features: ' ' }, saved)).toEqual({ settings: { features: [] } });
    expect(limitsPatch({ ...saved, featuresOfPlan: true }, saved)).toEqual({ settings: { features: null } });
    expect(limitsPatch({ ...saved, features: 'sso, a.b  c,,sso' }, saved)).toEqual({
      settings: { features: ['sso', 'a.b', 'c'] },
    });
  });

  it.each([
    ['maxUsers', '10000000', true],
    ['maxUsers', '10000001', false],
    ['maxUsers', '-1', false],
    ['maxUsers', '1e3', false],
    ['maxUsers', '', true],
    ['storageLimit', '1000000000', true],
    ['storageLimit', '1.5', false],
    ['features', 'sso, SSO', false],
    ['features', Array.from({ length: 101 }, (_, at) => `f${at}`).join(), false],
    ['customDomain', 'tenants.example.com', true],
    ['customDomain', 'Tenants.example.com', false],
    ['customDomain', 'localhost', false],
  ] as const)('are refused as by the service: %s %s: %s', (field, value, expected) => {
    expect(faultOf({ ...saved, [field]: value }, field) === undefined).toBe(expected);
  });
});
