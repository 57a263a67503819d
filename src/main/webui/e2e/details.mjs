import assert from 'node:assert/strict';
import { check } from './browser.mjs';

/** Sets, edits and unsets a value in the settings of the tenant that is open. */
export async function settings(page) {
  const dialog = page.getByRole('dialog');
  const value = page.getByLabel('Value', { exact: true });
  await page.getByRole('button', { name: 'Add a value' }).click();
  await page.getByLabel('Key').first().fill('e2e.note');
  await value.fill('hello');
  await check(page, 'setting-add', { shot: true });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('e2e.note is saved').waitFor();
  await page.getByRole('button', { name: 'Edit e2e.note' }).click();
  await dialog.getByRole('button', { name: 'JSON' }).click();
  assert.equal(await value.inputValue(), '"hello"');
  await value.fill('{"a": ');
  await page.getByText(/^Not JSON/).waitFor();
  await page.keyboard.press('Escape');
  await dialog.getByText('Your changes are not saved.').waitFor();
  await check(page, 'setting-unsaved', { shot: true });
  await dialog.getByRole('button', { name: 'Close without saving' }).click();
  await page.getByRole('button', { name: 'History of e2e.note' }).click();
  await dialog.getByText('"hello"').waitFor();
  await check(page, 'setting-history');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Unset e2e.note' }).click();
  await check(page, 'setting-unset');
  await dialog.getByRole('button', { name: 'Unset' }).click();
  await page.getByText('e2e.note is unset. It has no value now').waitFor();
}

/** Looks at an entry of the trail of all tenants, and exports what is filtered. */
export async function audit(page) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit' }).click();
  await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
  await page.getByLabel('Action').fill('tenant.changed');
  await page.waitForURL(/action=tenant\.changed/);
  const opener = page.getByRole('button', { name: 'tenant.changed: show the entry' }).first();
  await opener.click();
  await page.getByRole('dialog').getByText('Changed').first().waitFor();
  await check(page, 'audit-entry', { shot: true });
  await page.keyboard.press('Escape');
  assert.ok(await opener.evaluate((button) => button === document.activeElement), 'the focus returns');
  await check(page, 'audit', { shot: true });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export NDJSON' }).click();
  assert.match((await download).suggestedFilename(), /^audit-.*\.ndjson$/);
  await page.getByLabel('Who').fill('nobody-at-all');
  await page.getByText('No entry matches').waitFor();
  await check(page, 'audit-no-match');
}
