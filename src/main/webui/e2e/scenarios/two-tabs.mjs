import assert from 'node:assert/strict';
import { enter, heading, tab } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

scenario('Two tabs are at two tenants at once, and change places without a reload', async (stage) => {
  const [alder, birch] = await twoTenants(stage);
  const one = await stage.signedIn('root', `/tenants/${alder.id}/users`);
  const other = await stage.tabBeside(one, 'root', `/tenants/${birch.id}/users`);
  await Promise.all([enter(one), enter(other)]);
  await Promise.all([showsOnly(one, alder, birch), showsOnly(other, birch, alder)]);
  await Promise.all([one, other].map((page) => page.evaluate(() => (window.notReloaded = true))));
  const asked = [tenantsAsked(one), tenantsAsked(other)];

  await Promise.all([switchTo(one, birch), switchTo(other, alder)]);
  await Promise.all([showsOnly(one, birch, alder), showsOnly(other, alder, birch)]);

  for (const page of [one, other]) {
    assert.equal(await page.evaluate(() => window.notReloaded), true, 'the page is the same one');
  }
  assert.deepEqual(asked.map((each) => [...each]), [[birch.id], [alder.id]]);
});

scenario('An answer about the tenant before comes too late to be shown', async (stage) => {
  const [alder, birch] = await twoTenants(stage);
  const page = await stage.signedIn('root', `/tenants/${alder.id}`);
  await heading(page, alder.name);
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const held = new Promise((resolve) => {
    void page.route('**/users?*', async (route) => {
      if (route.request().headers()['x-tenant-id'] === alder.id) {
        resolve(route.request());
        await released;
      }
      await route.continue();
    });
  });
  await tab(page, 'Users');
  await enter(page);
  await held;
  await page.evaluate((mark) => {
    window.seen = false;
    new MutationObserver(() => (window.seen ||= document.body.innerText.includes(mark))).observe(
      document.body, { childList: true, subtree: true, characterData: true },
    );
  }, alder.user);
  await switchTo(page, birch);
  await showsOnly(page, birch, alder);
  release();
  await tab(page, 'Usage');
  await page.getByText('Requests today').waitFor();
  await tab(page, 'Users');
  await showsOnly(page, birch, alder);
  assert.equal(await page.evaluate(() => window.seen), false, 'nothing of the tenant before was seen');
});

/** Each with a user and a colour of its own. */
async function twoTenants({ service }) {
  const make = async (name, user, primaryColor) => {
    const tenant = await service.tenant(name, { users: [user] });
    const body = { settings: { branding: { primaryColor } } };
    const dressed = await service.send('root', 'PUT', `/tenants/${tenant.id}`, { body });
    assert.equal(dressed.status, 200, dressed.text);
    return { ...tenant, user, primaryColor };
  };
  return [await make('Alder', 'Agatha', '#a21caf'), await make('Birch', 'Bertram', '#047857')];
}

async function switchTo(page, tenant) {
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Tenants' }).click();
  await page.getByLabel('Search tenants by name or subdomain').fill(tenant.subdomain);
  await page.locator('main').getByRole('link', { name: tenant.name }).click();
  await heading(page, tenant.name);
  await tab(page, 'Users');
  await enter(page);
}

async function showsOnly(page, tenant, stranger) {
  await page.getByRole('cell', { name: tenant.user, exact: true }).waitFor();
  await page.waitForFunction(
    (colour) => document.documentElement.style.getPropertyValue('--tenant-primary') === colour,
    tenant.primaryColor,
  );
  const shown = await page.locator('body').innerText();
  assert.ok(!shown.includes(stranger.user) && !shown.includes(stranger.name), shown);
}

/** The tenants that the page names in its requests from now on. */
function tenantsAsked(page) {
  const asked = new Set();
  page.on('request', (request) => {
    const tenant = request.headers()['x-tenant-id'];
    if (tenant) {
      asked.add(tenant);
    }
  });
  return asked;
}
