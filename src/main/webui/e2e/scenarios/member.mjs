import assert from 'node:assert/strict';
import { heading } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

const OF_PLATFORM = {
  '/tenants': 'Tenants',
  '/tenants/new': 'Create tenant',
  '/audit': 'Audit',
  '/migrations': 'Migrations',
  '/isolation': 'Isolation',
};

scenario('A plain member sees the own tenant, and of it what a member may', async (stage) => {
  const own = await stage.service.tenant('Own', { users: ['Agatha'] });
  const other = await stage.service.tenant('Other');
  const page = await stage.signedIn(`${own.subdomain}-user`, '/mine');
  await heading(page, 'My tenants');
  await page.locator('main').getByRole('link', { name: own.name }).waitFor();
  assert.equal(await page.locator('tbody tr').count(), 1, 'one tenant only');
  assert.equal(await page.getByText(other.name).count(), 0);
  assert.deepEqual(await labels(page, 'Main'), ['My tenants']);

  await page.locator('main').getByRole('link', { name: own.name }).click();
  await heading(page, own.name);
  assert.deepEqual(await labels(page, 'Parts of the tenant'), ['Overview', 'Users', 'Usage']);
  for (const part of ['branding', 'settings', 'identity', 'keys', 'database', 'audit', 'danger']) {
    await stage.go(page, `/tenants/${own.id}/${part}`);
    await page.getByText('You may not see this').waitFor();
  }
});

scenario('Pages of the platform are for super-admins only', async (stage) => {
  const { name, subdomain } = await stage.service.tenant('Own');
  for (const role of ['admin', 'user']) {
    const page = await stage.signedIn(`${subdomain}-${role}`);
    for (const [path, title] of Object.entries(OF_PLATFORM)) {
      await stage.go(page, path);
      await heading(page, title);
      await page.getByText('You may not see this').waitFor();
      assert.equal(await page.getByText(name).count(), 0);
      assert.equal(await page.locator('main').getByRole('button').count(), 0);
    }
  }
});

async function labels(page, navigation) {
  return page.getByRole('navigation', { name: navigation, exact: true }).getByRole('link').allInnerTexts();
}
