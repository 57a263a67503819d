import assert from 'node:assert/strict';
import { barriers } from '../barriers.mjs';
import { heading, tab } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

const COLOUR = '#a21caf';
const AS_SHOWN = 'rgb(162, 28, 175)';

scenario('A branding is previewed, saved, and applied to all of the tenant', async (stage) => {
  const { id, name, subdomain } = await stage.service.tenant('Branded');
  const page = await stage.signedIn(`${subdomain}-admin`, `/tenants/${id}/branding`);
  await heading(page, name);
  await colour(page).fill(COLOUR);
  await page.getByLabel('Logo address').fill('/console/icon.svg');
  await previewed(page);
  assert.notEqual(await applied(page), COLOUR, 'only the preview has it yet');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The branding is saved').waitFor();
  await page.waitForFunction(isApplied, COLOUR);

  await page.reload();
  await heading(page, name);
  assert.equal(await colour(page).inputValue(), COLOUR);
  await previewed(page);
  await page.waitForFunction(isApplied, COLOUR);
  const member = await stage.signedIn(`${subdomain}-user`, `/tenants/${id}`);
  await heading(member, name);
  await member.waitForFunction(isApplied, COLOUR);
});

scenario('Nothing that was edited is lost by leaving or to somebody who is faster', async (stage) => {
  const { id, name } = await stage.service.tenant('Edited');
  const page = await stage.signedIn('root', `/tenants/${id}/branding`);
  await heading(page, name);
  await colour(page).fill('red');
  await page.getByText('Not a colour like #0066cc').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Save' }).isDisabled());
  await colour(page).fill(COLOUR);
  await tab(page, 'Usage');
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  assert.equal(await colour(page).inputValue(), COLOUR);

  const body = { name: `${name} Ltd` };
  const faster = await stage.service.send('root', 'PUT', `/tenants/${id}`, { body });
  assert.equal(faster.status, 200, faster.text);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Somebody else changed the tenant meanwhile').waitFor();
  const found = await barriers(page, 'conflict of two brandings');
  await page.getByRole('button', { name: 'Load what is there now' }).click();
  await heading(page, `${name} Ltd`);
  await colour(page).fill(COLOUR);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The branding is saved').waitFor();
  assert.deepEqual(found, []);
});

function colour(page) {
  return page.getByLabel('Primary colour', { exact: true });
}

/** Both the colour and the logo, which are there once the browser has them. */
function previewed(page) {
  return page.waitForFunction((expected) => {
    const bar = document.querySelector('.console-preview-bar');
    const logo = document.querySelector('.console-preview img');
    return bar && getComputedStyle(bar).backgroundColor === expected && logo?.naturalWidth > 0;
  }, AS_SHOWN);
}

function applied(page) {
  return page.evaluate(() => document.documentElement.style.getPropertyValue('--tenant-primary'));
}

function isApplied(expected) {
  return document.documentElement.style.getPropertyValue('--tenant-primary') === expected;
}
