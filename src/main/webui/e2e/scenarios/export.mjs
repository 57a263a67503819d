import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { barriers } from '../barriers.mjs';
import { enter, heading } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

scenario('An export holds all of the tenant, and nothing of another one', async (stage) => {
  const own = await stage.service.tenant('Own', { users: ['Agatha'] });
  const other = await stage.service.tenant('Other', { users: ['Bertram'] });
  const page = await stage.signedIn('root', `/tenants/${own.id}/danger`);
  await heading(page, own.name);
  await enter(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export all data' }).click();
  const file = await download;
  assert.match(file.suggestedFilename(), new RegExp(`^${own.subdomain}-.*\\.ndjson$`));
  await page.getByText(`${file.suggestedFilename()} is saved`).waitFor();
  const found = await barriers(page, 'export that is saved');

  const content = await text(await file.createReadStream());
  const lines = content.trim().split('\n').map((line) => JSON.parse(line));
  assert.equal(lines[0].tenant.id, own.id);
  const users = lines.filter(({ kind }) => kind === 'user').map(({ data }) => data.email);
  assert.deepEqual(users, [`agatha@${own.subdomain}.example`]);
  assert.ok(lines.some(({ kind, data }) => kind === 'audit' && data.action === 'tenant.created'));
  assert.deepEqual([lines.at(-1).kind, lines.at(-1).counts.user], ['end', 1]);
  for (const trace of ['Bertram', other.id, other.name, other.subdomain]) {
    assert.ok(!content.includes(trace), `${trace} is in the export of another tenant`);
  }
  assert.deepEqual(found, []);
});
