import assert from 'node:assert/strict';
import { heading } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

scenario('The keyboard leads past the navigation, to the search, and through a dialog', async (stage) => {
  const { id, name } = await stage.service.tenant('Keyboard');
  const page = await stage.signedIn('root', '/tenants');
  await page.reload();
  await heading(page, 'Tenants');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Skip to content');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.closest('main') || location.hash === '#main');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.closest('main')), 'past the navigation');

  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'console-search');
  await page.keyboard.type(`${name}/`);
  assert.equal(await page.getByLabel('Search tenants by name or subdomain').inputValue(), `${name}/`);

  await stage.go(page, `/tenants/${id}/danger`);
  const suspend = page.getByRole('button', { name: 'Suspend' });
  await suspend.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]'));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.textContent === 'Suspend');
});

scenario('Another page takes the focus to its heading', async (stage) => {
  const page = await stage.signedIn('root', '/tenants');
  await page.getByRole('button', { name: 'Create tenant' }).click();
  await heading(page, 'Create tenant');
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
});

scenario('The colours are those of the system until somebody chooses others', async (stage) => {
  const page = await stage.signedIn('root', '/tenants');
  const dark = (is) => page.waitForFunction(
    (expected) => document.documentElement.classList.contains('pf-v6-theme-dark') === expected, is,
  );
  await dark(false);
  await page.emulateMedia({ colorScheme: 'dark' });
  await dark(true);
  await page.getByRole('button', { name: 'Colour theme: As the system' }).click();
  await page.getByRole('menuitem', { name: 'Light' }).click();
  await dark(false);
  await page.reload();
  await heading(page, 'Tenants');
  await dark(false);
});

function focused(page) {
  return page.evaluate(() => document.activeElement?.textContent);
}
