import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { show } from '../../test/show';
import { text } from '../../text';
import { exampleClaims } from './claims';
import { IdentityTab } from './IdentityTab';

afterEach(cleanup);

const provider = {
  issuer: 'https://id.example.com/realms/a',
  audience: 'aegisx-api',
  tenantClaim: 'tenant_id',
  tenantClaimValues: ['01a21268-5e62-7b3f-b1c5-52371388fe65', 'acme'],
  rolesClaims: ['roles', 'groups', 'realm_access/roles'],
  administratorRole: 'tenant-admin',
};

it('shows what a token has to say, with an example', async () => {
  show(<IdentityTab id="t" />, { answer: ({ path }) => (path === '/identity-provider' ? Response.json(provider) : undefined) });
  await screen.findByText(provider.issuer);
  screen.getByText('realm_access/roles');
  screen.getByText(/"tenant-admin"/);
  screen.getByRole('button', { name: text.copy.copy(text.identity.issuer.toLowerCase()) });
  screen.getByText(/recorded in this tenant’s audit trail as denied/);
});

it('puts claims inside of others where they are to be', () => {
  const nested = { ...provider, tenantClaim: 'ext.org.tenant', rolesClaims: ['realm_access/roles'] };
  expect(exampleClaims(nested, 'me')).toEqual({
    iss: provider.issuer,
    aud: 'aegisx-api',
    sub: 'me',
    ext: { org: { tenant: '01a21268-5e62-7b3f-b1c5-52371388fe65' } },
    realm_access: { roles: ['tenant-admin'] },
  });
});
