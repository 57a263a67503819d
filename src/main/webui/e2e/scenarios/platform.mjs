import assert from 'node:assert/strict';
import { barriers } from '../barriers.mjs';
import { heading } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

scenario('The dashboard shows a chart as a table, and leads to migrations and isolation', async (stage) => {
  await stage.service.tenant('Platform', { isolation: 'schema_per_tenant' });
  const page = await stage.signedIn('root');
  const found = [];
  await heading(page, 'Dashboard');
  await page.getByRole('application', { name: /^Requests by day/ }).waitFor();
  await page.getByRole('button', { name: 'Show as table: Requests by day' }).click();
  await page.getByRole('table', { name: 'Requests by day, in numbers' }).waitFor();
  found.push(...(await barriers(page, 'chart as a table')));
  await go(page, 'Migrations');
  await page.getByRole('button', { name: 'Check for drift' }).click();
  await page.getByText('None differs.').waitFor();
  found.push(...(await barriers(page, 'drift that was checked')));
  await go(page, 'Isolation');
  await page.getByRole('button', { name: 'Prove now' }).click();
  await page.getByText('A new proof was made').waitFor();
  await page.getByText('Tenants were kept apart in all trials').waitFor();
  found.push(...(await barriers(page, 'proof of isolation')));
  assert.deepEqual(found, []);
});

scenario('The audit trail of all tenants is filtered, looked into and exported', async (stage) => {
  const tenant = await stage.service.tenant('Audited');
  const body = { name: `${tenant.name} Ltd` };
  await stage.service.send('root', 'PUT', `/tenants/${tenant.id}`, { body });
  const page = await stage.signedIn('root', '/audit');
  await heading(page, 'Audit');
  await page.getByLabel('Action').fill('tenant.changed');
  await page.waitForURL(/action=tenant\.changed/);
  const opener = page.getByRole('button', { name: 'tenant.changed: show the entry' }).first();
  await opener.click();
  await page.getByRole('dialog').getByText('Changed').first().waitFor();
  const found = await barriers(page, 'entry of the audit trail');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.ok(await opener.evaluate((button) => button === document.activeElement), 'the focus returns');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export NDJSON' }).click();
  assert.match((await download).suggestedFilename(), /^audit-.*\.ndjson$/);
  assert.deepEqual(found, []);
});

async function go(page, label) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: label, exact: true }).click();
  await heading(page, label);
}
