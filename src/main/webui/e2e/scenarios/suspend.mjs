import assert from 'node:assert/strict';
import { barriers } from '../barriers.mjs';
import { heading, tab } from '../browser.mjs';
import { scenario } from '../scenario.mjs';
import { eventually } from '../service.mjs';

scenario('Users of a suspended tenant are refused until it is activated', async (stage) => {
  const { id, name, subdomain } = await stage.service.tenant('Paused', { users: ['Agatha'] });
  const users = () => stage.service.send(`${subdomain}-admin`, 'GET', '/users', { tenant: subdomain });
  const admin = await stage.signedIn(`${subdomain}-admin`, `/tenants/${id}`);
  await heading(admin, name);
  const root = await stage.signedIn('root', `/tenants/${id}/danger`);

  await change(root, 'Suspend');
  await root.getByText('Suspended', { exact: true }).first().waitFor();
  const refused = await eventually(users, ({ status }) => status !== 200);
  assert.deepEqual([refused.status, refused.json.code], [403, 'TENANT_SUSPENDED']);
  await tab(admin, 'Users');
  await admin.getByText('The tenant is suspended').waitFor();
  assert.equal(await admin.getByText('Agatha').count(), 0);
  const found = await barriers(admin, 'page of a suspended tenant');
  await admin.reload();
  await admin.getByText('The tenant is suspended').waitFor();

  await tab(root, 'Danger zone');
  await change(root, 'Activate');
  await root.getByText('Active', { exact: true }).first().waitFor();
  await eventually(users, ({ status }) => status === 200);
  await stage.go(admin, `/tenants/${id}/users`);
  await admin.getByRole('cell', { name: 'Agatha', exact: true }).waitFor();
  assert.deepEqual(found, []);
});

async function change(page, action) {
  await page.locator('main').getByRole('button', { name: action }).click();
  await page.getByRole('dialog').getByRole('button', { name: action }).click();
}
