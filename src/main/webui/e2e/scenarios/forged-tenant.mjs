import assert from 'node:assert/strict';
import { heading, loaded } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

const ANYONE_MAY_KNOW = ['branding', 'name', 'subdomain'];
const WAYS = {
  'the address': ['', '/users', '/usage', '/settings', '/keys', '/audit', '/danger'],
  'the address and the subdomain': ['', '/users'],
};

for (const role of ['admin', 'user']) {
  for (const [way, parts] of Object.entries(WAYS)) {
    scenario(`The ${role} of a tenant names another one by ${way}: refused`, async (stage) => {
      const own = await stage.service.tenant('Own', { users: ['Agatha'] });
      const other = await stage.service.tenant('Other', { users: ['Bertram'] });
      const base = way === 'the address' ? stage.base : stage.under(other.subdomain);
      const page = await stage.signedIn(`${own.subdomain}-${role}`, '/', base);
      const answers = watch(page, base);
      for (const part of parts) {
        await page.goto(`${base}/console/tenants/${other.id}${part}`);
        await loaded(page);
        await page.getByText('You may not see this').waitFor();
        const shown = await page.locator('body').innerText();
        assert.ok(!shown.includes(other.name) && !shown.includes('Bertram'), shown);
        assert.ok(!(await page.title()).includes(other.name));
      }
      const told = (await Promise.all(answers)).flat().filter(({ subdomain }) => subdomain === other.subdomain);
      told.forEach((each) => assert.deepEqual(Object.keys(each).sort(), ANYONE_MAY_KNOW));
      assert.ok(!JSON.stringify(await Promise.all(answers)).includes('bertram@'));
      for (const path of ['/users', '/usage', '/products', '/orders']) {
        const answer = await stage.service.send(`${own.subdomain}-${role}`, 'GET', path, { tenant: other.id });
        assert.deepEqual([answer.status, answer.json.code], [403, 'TENANT_ACCESS_DENIED'], path);
      }
    });
  }
}

scenario('At the own tenant the same pages are shown', async (stage) => {
  const own = await stage.service.tenant('Own', { users: ['Agatha'] });
  const page = await stage.signedIn(`${own.subdomain}-user`, `/tenants/${own.id}/users`, stage.under(own.subdomain));
  await heading(page, own.name);
  await page.getByRole('cell', { name: 'Agatha', exact: true }).waitFor();
});

/** What the service answers from now on, as documents to wait for. */
function watch(page, base) {
  const answers = [];
  page.on('response', (response) => {
    const { origin, pathname } = new URL(response.url());
    if (origin === base && !pathname.startsWith('/console/')) {
      // A navigation may end the transfer of what nobody waits for any more.
      answers.push(response.json().catch(() => []));
    }
  });
  return answers;
}
