import assert from 'node:assert/strict';
import { barriers } from '../barriers.mjs';
import { heading } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

const REASON = 'Ticket 4711: müssen nachsehen';

scenario('A tenant is entered for a reason, which its own administrator sees, until it is ended', async (stage) => {
  const { id, name, subdomain } = await stage.service.tenant('Entered', { users: ['Agatha'] });
  const page = await stage.signedIn('root', `/tenants/${id}/users`);
  const reasons = reasonsSent(page, id);
  const agatha = page.getByText('Agatha', { exact: true });
  const asked = page.getByRole('heading', { name: 'Why do you enter this tenant?' });
  await asked.waitFor();
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await page.getByText('Enter a reason').waitFor();
  const found = await barriers(page, 'reason that is missing');
  assert.equal(await agatha.count(), 0);
  assert.deepEqual(reasons, [], 'nothing is asked for without a reason');

  await page.getByLabel('Reason').fill(REASON);
  await page.getByLabel('Reason').press('Enter');
  await agatha.waitFor();
  await page.getByText(`You are in ${name} as a platform administrator: ${REASON}. 15 minutes left`).waitFor();
  found.push(...(await barriers(page, 'tenant that was entered')));
  assert.ok(reasons.length > 0 && reasons.every((each) => each === REASON), String(reasons));

  const admin = await stage.signedIn(`${subdomain}-admin`, `/tenants/${id}/audit?action=tenant.entered`);
  await heading(admin, name);
  await admin.getByRole('button', { name: 'tenant.entered: show the entry' }).first().click();
  await admin.getByRole('dialog').getByText(JSON.stringify(REASON), { exact: true }).waitFor();
  await admin.getByRole('dialog').getByText('root', { exact: true }).first().waitFor();

  await page.getByRole('button', { name: 'End now' }).click();
  await asked.waitFor();
  assert.equal(await agatha.count(), 0, 'it is gone, not only hidden');
  await page.reload();
  await asked.waitFor();
  assert.equal(await agatha.count(), 0);
  assert.deepEqual(found, []);
});

/** With what reasons the page asks for users of the tenant from now on. */
function reasonsSent(page, tenant) {
  const reasons = [];
  page.on('request', (request) => {
    const headers = request.headers();
    if (new URL(request.url()).pathname === '/users' && headers['x-tenant-id'] === tenant) {
      reasons.push(decodeURIComponent(headers['x-access-reason'] ?? ''));
    }
  });
  return reasons;
}
