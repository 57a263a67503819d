import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { barriers } from '../barriers.mjs';
import { heading } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

const run = randomBytes(3).toString('hex');

for (const [label, isolation, first] of [
  ['Shared database', 'shared_database', 'Ada'],
  ['Schema per tenant', 'schema_per_tenant'],
  ['Database per tenant', 'database_per_tenant', 'Ada'],
]) {
  const administrator = first ? 'its first administrator' : 'no administrator';
  scenario(`A tenant of the isolation "${label}" is created with ${administrator} and becomes active`, async (stage) => {
    const name = `Made ${isolation.split('_')[0]} ${run}`;
    const subdomain = name.toLowerCase().replaceAll(' ', '-');
    const page = await stage.signedIn('root', '/tenants');
    await page.getByRole('button', { name: 'Create tenant' }).click();
    await heading(page, 'Create tenant');
    await page.getByLabel('Name').fill(name);
    await next(page);
    await page.getByText('Free as far as can be seen').waitFor();
    await next(page);
    await page.getByLabel('Pro', { exact: true }).check();
    await next(page);
    await page.getByLabel(label).check();
    await next(page);
    await page.getByLabel('E-mail').fill(first ? `ada@${subdomain}.example` : '');
    await page.getByLabel('Name').fill(first ?? '');
    await next(page);
    await page.getByText(`${subdomain}.localhost`).waitFor();
    await page.locator('footer').getByRole('button', { name: 'Create tenant' }).click();
    await page.getByText(/^The tenant is ready/).waitFor();
    const id = new URL(page.url()).pathname.split('/').pop();
    stage.service.purgeLater(id);
    const found = [];
    if (first) {
      await page.getByText(new RegExp(`: ${first} \\(.*\\) is added$`)).waitFor();
      found.push(...(await barriers(page, 'first administrator that was added')));
    }

    await page.getByRole('button', { name: 'Open the tenant' }).click();
    await heading(page, name);
    await page.getByRole('definition').filter({ hasText: 'Active' }).waitFor();
    await page.getByRole('definition').filter({ hasText: label }).waitFor();
    const { json } = await stage.service.send('root', 'GET', `/tenants/${id}`);
    assert.deepEqual([json.status, json.isolation, json.plan], ['active', isolation, 'pro']);
    const users = await stage.service.send(`${subdomain}-admin`, 'GET', '/users', { tenant: subdomain });
    assert.equal(users.status, 200, users.text);
    assert.deepEqual(users.json.map((user) => user.name), first ? [first] : []);
    assert.deepEqual(found, []);
  });
}

scenario('The wizard says what is wrong, has no barriers, and keeps what was entered', async (stage) => {
  const { subdomain } = await stage.service.tenant('Taken');
  const page = await stage.signedIn('root', '/tenants/new');
  const found = [];
  const look = async (what) => found.push(...(await barriers(page, what)));
  await heading(page, 'Create tenant');
  await page.getByLabel('Name').fill(`Wizard ${run}`);
  await next(page);
  assert.equal(await page.getByLabel('Subdomain').inputValue(), `wizard-${run}`);
  await page.getByLabel('Subdomain').fill(subdomain);
  await page.getByText('Another tenant has it').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Next' }).isDisabled());
  await look('subdomain that is taken');
  await page.getByLabel('Subdomain').fill('Ü');
  await page.getByText('Only 1 to 63 lower-case letters').waitFor();
  await page.getByLabel('Subdomain').fill(`wizard-${run}`);
  await page.getByText('Free as far as can be seen').waitFor();
  for (const step of ['plan', 'isolation', 'administrator', 'review']) {
    await next(page);
    await look(`wizard, ${step}`);
  }
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Name' }).click();
  assert.equal(await page.getByLabel('Name').inputValue(), `Wizard ${run}`);
  assert.deepEqual(found, []);
});

function next(page) {
  return page.getByRole('button', { name: 'Next' }).click();
}
