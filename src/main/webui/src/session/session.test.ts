import { describe, expect, it } from 'vitest';
import { tokenOf } from '../test/tenant';
import { identityOf, isAdmin, isSuperAdmin } from './identity';
import { returnAddress } from './oidc';

describe('an identity', () => {
  it('is read from the claims', () => {
    const token = tokenOf({ name: 'Zoë', roles: ['tenant-admin'], tenant_id: 'acme' });
    expect(identityOf(token)).toEqual({ name: 'Zoë', roles: ['tenant-admin'], tenant: 'acme' });
  });

  it.each([
    [{ roles: ['member'], groups: ['super-admin'] }, ['member']],
    [{ groups: ['super-admin'] }, ['super-admin']],
    [{ realm_access: { roles: ['tenant-admin'] } }, ['tenant-admin']],
    [{ roles: 'super-admin' }, []],
    [{ roles: [7, 'member'] }, ['member']],
    [{}, []],
  ])('of %j has the roles %j', (claims, roles) => {
    expect(identityOf(tokenOf(claims)).roles).toEqual(roles);
  });

  it.each(['', 'opaque', 'a.b.c', 'a.bnVsbA.c'])('of the token %j is nobody in particular', (token) => {
    expect(identityOf(token)).toEqual({ name: '', roles: [], tenant: undefined });
  });

  it('knows administrators', () => {
    const member = identityOf(tokenOf({ roles: ['member'] }));
    const root = identityOf(tokenOf({ roles: ['super-admin'] }));
    expect([isAdmin(member), isAdmin(root), isSuperAdmin(root)]).toEqual([false, true, true]);
  });
});

describe('the way back from the sign-in', () => {
  const base = import.meta.env.BASE_URL;
  it('leads into the console only', () => {
    expect(returnAddress({ returnTo: `${base}tenants?q=a` })).toBe(`${base}tenants?q=a`);
    expect(returnAddress({ returnTo: 'https://elsewhere.example/' })).toBe(base);
    expect(returnAddress({ returnTo: 7 })).toBe(base);
    expect(returnAddress(undefined)).toBe(base);
  });
});
