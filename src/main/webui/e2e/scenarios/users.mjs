import assert from 'node:assert/strict';
import { barriers } from '../barriers.mjs';
import { heading } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

scenario('Users are added, each with an address of their own, changed, found and deleted', async (stage) => {
  const { id, name, subdomain } = await stage.service.tenant('People', { users: ['Agatha'] });
  const page = await stage.signedIn(`${subdomain}-admin`, `/tenants/${id}/users`);
  const dialog = page.getByRole('dialog');
  const cell = (content) => page.getByRole('cell', { name: content, exact: true });
  const found = [];
  const look = async (what) => found.push(...(await barriers(page, what)));
  await heading(page, name);
  await cell('Agatha').waitFor();
  await page.getByRole('button', { name: 'Add user' }).click();
  await dialog.getByLabel('E-mail').fill(`agatha@${subdomain}.example`);
  await dialog.getByLabel('Name').fill('Bertram');
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await dialog.getByText('Another user of this tenant has this e-mail address').waitFor();
  await look('address of another user');
  await dialog.getByLabel('E-mail').fill(`bertram@${subdomain}.example`);
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await page.getByText('Bertram is added').waitFor();
  await cell('Bertram').waitFor();

  await page.getByRole('button', { name: 'Edit Bertram' }).click();
  await dialog.getByLabel('Name').fill('Berthold');
  await look('user that is edited');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Berthold is changed').waitFor();
  await cell('Bertram').waitFor({ state: 'detached' });

  await search(page, 'Bert');
  await page.getByText('No user has this name').waitFor();
  await look('no user of this name');
  await search(page, 'Berthold');
  await cell('Berthold').waitFor();
  assert.equal(new URL(page.url()).searchParams.get('name'), 'Berthold');
  assert.equal(await cell('Agatha').count(), 0, 'only who has the name');

  await page.getByRole('button', { name: 'Delete Berthold' }).click();
  await dialog.getByText(`bertram@${subdomain}.example`).waitFor();
  await look('question before a user is deleted');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Berthold is deleted').waitFor();
  await page.getByText('No user has this name').waitFor();
  const { json } = await stage.service.send(`${subdomain}-admin`, 'GET', '/users', { tenant: subdomain });
  assert.deepEqual(json.map((user) => user.name), ['Agatha']);
  assert.deepEqual(found, []);
});

async function search(page, name) {
  const field = page.getByLabel('Find a user by the whole name');
  await field.fill(name);
  await field.press('Enter');
}
