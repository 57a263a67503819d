import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { problem, show } from '../test/show';
import { tenant } from '../test/tenant';
import { text } from '../text';
import { OverviewTab } from './OverviewTab';

afterEach(cleanup);

const acme = tenant({ settings: { features: ['sso'], customDomain: 'tenants.acme.org', branding: {} } });
const storage = { state: 'behind', bytes: 1536, isolation: 'shared_database' };

describe('the overview of a tenant', () => {
  it('links to where the tenant is, and says how its storage is', async () => {
    show(<OverviewTab tenant={acme} />, {
      answer: ({ path }) => (path === `/tenants/${acme.id}/storage` ? Response.json(storage) : undefined),
    });
    await screen.findByText(text.database.states.behind);
    screen.getByText(/1\.5 KB/);
    const link = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
    expect(link(/^acme\.localhost/)).toMatch(/^http:\/\/acme\.localhost/);
    expect(link(/^tenants\.acme\.org/)).toBe('http://tenants.acme.org');
    screen.getByText('sso');
  });

  it('does not ask for the storage in the name of those who may not see it', async () => {
    const { sent } = show(<OverviewTab tenant={acme} />, { answer: () => undefined, roles: ['tenant-admin'] });
    await screen.findByText(text.provisioning.none);
    expect(sent.some(({ path }) => path.endsWith('/storage'))).toBe(false);
  });

  it('shows the rest where the state of the storage is not known', async () => {
    show(<OverviewTab tenant={acme} />, {
      answer: ({ path }) => (path.endsWith('/storage') ? problem(503, 'STORAGE_UNAVAILABLE') : undefined),
    });
    await screen.findByText('Broken');
    screen.getByText('tenants.acme.org');
  });
});
