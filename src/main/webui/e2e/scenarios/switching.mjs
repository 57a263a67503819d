import assert from 'node:assert/strict';
import { barriers } from '../barriers.mjs';
import { enter, heading } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

const SEARCH = 'Search tenants by name or subdomain';

scenario('The keyboard switches to another tenant, at the same part and without a reload', async (stage) => {
  const alder = await stage.service.tenant('Alder', { users: ['Agatha'] });
  const birch = await stage.service.tenant('Birch', { users: ['Bertram'] });
  const page = await stage.signedIn('root', `/tenants/${alder.id}/users`);
  const panel = page.getByRole('dialog', { name: 'Switch tenant' });
  const toggle = (tenant) => page.getByRole('button', { name: `Tenant: ${tenant.name}. Switch to another one` });
  await enter(page);
  await page.getByRole('cell', { name: 'Agatha', exact: true }).waitFor();
  await page.evaluate(() => (window.notReloaded = true));
  await toggle(alder).press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'switcher-search');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  assert.ok(await toggle(alder).evaluate((button) => button === document.activeElement), 'the focus returns');

  await page.keyboard.press('Enter');
  await panel.getByLabel(SEARCH).and(page.getByRole('combobox')).pressSequentially(birch.subdomain);
  await panel.getByRole('option', { name: birch.name }).waitFor();
  const found = await barriers(page, 'switch to another tenant');
  await watchFor(page, birch.name, 'Agatha');
  await page.keyboard.press('Enter');
  await heading(page, birch.name);
  assert.equal(new URL(page.url()).pathname, `/console/tenants/${birch.id}/users`, 'the part is the same');
  await enter(page);
  await page.getByRole('cell', { name: 'Bertram', exact: true }).waitFor();
  await without(page, 'Agatha', alder.name);

  await watchFor(page, alder.name, 'Bertram');
  await toggle(birch).press('Enter');
  await panel.getByRole('group', { name: 'Opened last' }).getByRole('option', { name: alder.name }).waitFor();
  await page.keyboard.press('Enter');
  await heading(page, alder.name);
  await page.getByRole('cell', { name: 'Agatha', exact: true }).waitFor();
  await without(page, 'Bertram', birch.name);
  assert.equal(await page.evaluate(() => window.notReloaded), true, 'the page is the same one');
  assert.deepEqual(found, []);
});

scenario('Ctrl-K jumps to pages and tenants, and Escape leads back to where one was', async (stage) => {
  const { name, subdomain } = await stage.service.tenant('Jumped');
  const page = await stage.signedIn('root', '/tenants');
  const field = page.getByRole('combobox', { name: 'Search or jump to' });
  const search = page.getByLabel(SEARCH);
  await heading(page, 'Tenants');
  await search.press('Control+k');
  await page.waitForFunction(() => document.activeElement?.id === 'palette-search');
  const found = await barriers(page, 'palette');
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  await search.and(page.locator(':focus')).waitFor();

  await page.keyboard.press('Control+k');
  await field.pressSequentially('isol');
  await page.getByRole('option', { name: 'Isolation', exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await heading(page, 'Isolation');
  await page.keyboard.press('Control+k');
  await field.pressSequentially(subdomain);
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('Enter');
  await heading(page, name);
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  found.push(...(await barriers(page, 'keyboard shortcuts')));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.deepEqual(found, []);
});

/** Remembers whether, once the heading is this one, a text of the tenant before is there. */
function watchFor(page, title, text) {
  return page.evaluate(([ofNow, ofBefore]) => {
    window.seen = false;
    const look = () => {
      const now = document.querySelector('h1')?.textContent === ofNow;
      window.seen ||= now && document.querySelector('main').innerText.includes(ofBefore);
    };
    window.watch?.disconnect();
    window.watch = new MutationObserver(look);
    window.watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, [title, text]);
}

async function without(page, ...texts) {
  const shown = await page.locator('body').innerText();
  texts.forEach((text) => assert.ok(!shown.includes(text), shown));
  assert.equal(await page.evaluate(() => window.seen), false, 'nothing of the tenant before was seen');
}
