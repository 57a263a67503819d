import assert from 'node:assert/strict';
import { barriers } from '../barriers.mjs';
import { heading, tab } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

scenario('Tenants are searched, filtered, suspended together and exported', async (stage) => {
  const one = await stage.service.tenant('Listed');
  const other = await stage.service.tenant('Unlisted');
  const page = await stage.signedIn('root', '/tenants');
  const found = [];
  await heading(page, 'Tenants');
  await page.getByLabel('Search tenants by name or subdomain').fill(one.subdomain);
  await page.waitForURL(/q=e2e-listed/);
  await page.getByRole('link', { name: one.name, exact: true }).waitFor();
  await page.getByRole('link', { name: other.name, exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Plan: any' }).click();
  await page.getByRole('option', { name: 'Enterprise' }).click();
  await page.getByText('No tenant matches').waitFor();
  await page.goBack();
  await page.getByLabel(`Select ${one.name}`).check();
  await page.getByRole('button', { name: 'Suspend' }).click();
  found.push(...(await barriers(page, 'question before a bulk change')));
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await page.getByText('1 done, 0 failed').waitFor();
  found.push(...(await barriers(page, 'results of a bulk change')));
  await page.locator('footer').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('cell', { name: 'Suspended' }).waitFor();
  const { json } = await stage.service.send('root', 'GET', `/tenants/${one.id}`);
  assert.equal(json.status, 'suspended');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  assert.equal((await download).suggestedFilename(), 'tenants.csv');
  assert.deepEqual(found, []);
});

scenario('A tenant is deleted, restored and purged, and never by a slip', async (stage) => {
  const { id, name, subdomain } = await stage.service.tenant('Gone');
  const page = await stage.signedIn('root', `/tenants/${id}`);
  await heading(page, name);
  await tab(page, 'Danger zone');
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  assert.ok(await dialog.getByRole('button', { name: 'Delete' }).isDisabled(), 'it asks for the subdomain');
  await dialog.getByRole('textbox').fill(subdomain);
  const found = await barriers(page, 'question before a deletion');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('button', { name: 'Suspend' }).waitFor();
  await page.getByRole('button', { name: 'Purge' }).click();
  await dialog.getByRole('textbox').fill(subdomain);
  await dialog.getByRole('button', { name: 'Purge' }).click();
  await heading(page, 'Tenants');
  const { status } = await stage.service.send('root', 'GET', `/tenants/${id}`);
  assert.equal(status, 404);
  assert.deepEqual(found, []);
});

scenario('Tenants are put in order by a heading, and get another plan together', async (stage) => {
  const last = await stage.service.tenant('SortZelkova');
  const first = await stage.service.tenant('SortAsh');
  const page = await stage.signedIn('root', '/tenants?q=e2e-sort');
  const dialog = page.getByRole('dialog');
  await heading(page, 'Tenants');
  await ordered(page, [last, first], null);
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await ordered(page, [first, last], 'ascending');
  assert.equal(new URL(page.url()).searchParams.get('sort'), 'name');
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await ordered(page, [last, first], 'descending');
  await page.reload();
  await ordered(page, [last, first], 'descending');
  assert.equal(new URL(page.url()).searchParams.get('sort'), '-name');

  await page.getByLabel(`Select ${first.name}`).check();
  await page.getByLabel(`Select ${last.name}`).check();
  await stage.service.send('root', 'DELETE', `/tenants/${last.id}`);
  await page.getByRole('button', { name: 'Change plan' }).click();
  assert.ok(await dialog.getByRole('button', { name: 'Change plan' }).isDisabled(), 'it asks for the plan');
  await dialog.getByLabel('Enterprise', { exact: true }).check();
  const found = await barriers(page, 'question for another plan');
  await dialog.getByRole('button', { name: 'Change plan' }).click();
  await page.getByText('1 done, 1 failed').waitFor();
  await dialog.getByRole('row', { name: first.name }).getByText('Done').waitFor();
  await dialog.getByRole('row', { name: last.name }).getByText('Failed').waitFor();
  found.push(...(await barriers(page, 'plan that not all have got')));
  await page.locator('footer').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('row', { name: first.name }).getByRole('cell', { name: 'Enterprise' }).waitFor();
  const plans = await Promise.all([first, last].map(({ id }) => stage.service.send('root', 'GET', `/tenants/${id}`)));
  assert.deepEqual(plans.map(({ json }) => json.plan), ['enterprise', 'pro']);
  assert.deepEqual(found, []);
});

/** Until two tenants stand one above the other, and the heading says in which order. */
async function ordered(page, [above, below], order) {
  await page.getByRole('row', { name: above.name }).locator('~ tr', { hasText: below.name }).waitFor();
  assert.equal(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort'), order);
}
