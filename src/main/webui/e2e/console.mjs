/**
 * Goes through the console in a browser: `npm run build && SERVICE_URL=http://localhost:8080 npm run e2e`
 * with the service in development mode at that address. With `CONSOLE_URL` it goes through the console
 * that is there, such as Vite's at http://localhost:5173, where React tells more.
 */
import assert from 'node:assert/strict';
import { check, findings, launch, open, signIn } from './browser.mjs';
import { audit, settings } from './details.mjs';
import { serve } from './serve.mjs';

const PORT = 38173;
const base = process.env.CONSOLE_URL ?? `http://localhost:${PORT}`;
const service = process.env.SERVICE_URL ?? 'http://localhost:8080';
const name = `Trial ${Date.now().toString(36)}`;
const subdomain = name.toLowerCase().replace(' ', '-');

const server = process.env.CONSOLE_URL ? undefined : await serve({ service, port: PORT });
const browser = await launch();
let page;
try {
  page = await open(browser, base);
  await check(page, 'gate');
  await asRoot();
  await page.context().close();
  page = await open(browser, base);
  await asTenantAdmin();
} catch (error) {
  await page?.screenshot({ path: new URL('shots/failed.png', import.meta.url).pathname });
  console.error(`at ${page?.url()}`);
  throw error;
} finally {
  await browser.close();
  server?.close();
  findings.forEach((finding) => console.error(finding));
}
if (findings.length > 0) {
  process.exit(1);
}
console.log('The console works');

function step(what) {
  console.log(`- ${what}`);
}

async function heading(title) {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function asRoot() {
  await signIn(page, 'root');
  await heading('Dashboard');
  step('signed in as root');
  await platform();
  await link('Tenants');
  await page.getByRole('link', { name: 'Acme' }).first().waitFor();
  await check(page, 'tenants', { shot: true });
  await create();
  await filterAndSuspend();
  await tenantPages();
  await audit(page);
  step('audit');
  await narrow();
}

async function link(label) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: label, exact: true }).click();
  await heading(label);
}

async function platform() {
  await page.getByRole('application', { name: /^Requests by day/ }).waitFor();
  await check(page, 'dashboard', { shot: true });
  await page.getByRole('button', { name: 'Show as table: Requests by day' }).click();
  await page.getByRole('table', { name: 'Requests by day, in numbers' }).waitFor();
  await check(page, 'dashboard-table');
  await link('Migrations');
  await page.getByRole('button', { name: 'Check for drift' }).click();
  await page.getByText('None differs.').waitFor();
  await check(page, 'migrations', { shot: true });
  await link('Isolation');
  await page.getByText('Tenants were kept apart in all trials').waitFor();
  await check(page, 'isolation', { shot: true });
  step('dashboard, migrations and drift, isolation');
}

async function create() {
  await page.getByRole('button', { name: 'Create tenant' }).click();
  await heading('Create tenant');
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'focus on the heading');
  await page.getByLabel('Name').fill(name);
  await check(page, 'wizard-name', { shot: true });
  await next();
  assert.equal(await page.getByLabel('Subdomain').inputValue(), subdomain);
  await page.getByText('Free as far as can be seen').waitFor();
  await page.getByLabel('Subdomain').fill('acme');
  await page.getByText('Another tenant has it').waitFor();
  await page.getByLabel('Subdomain').fill(subdomain);
  await page.getByText('Free as far as can be seen').waitFor();
  await check(page, 'wizard-subdomain', { shot: true });
  await next();
  await page.getByLabel('Pro', { exact: true }).check();
  await check(page, 'wizard-plan');
  await next();
  await page.getByLabel('Schema per tenant').check();
  await check(page, 'wizard-isolation', { shot: true });
  await next();
  await page.getByLabel('E-mail').fill('ann@trial.example');
  await page.getByRole('textbox', { name: /^Name/ }).fill('Ann');
  await check(page, 'wizard-administrator', { shot: true });
  await next();
  await check(page, 'wizard-review', { shot: true });
  await page.locator('footer').getByRole('button', { name: 'Create tenant' }).click();
  await page.getByText('The tenant is ready').waitFor();
  await page.getByText('First administrator: Ann (ann@trial.example) is added').waitFor();
  step('created a tenant and saw its steps done');
  await check(page, 'provisioning', { shot: true });
  await page.getByRole('button', { name: 'Open the tenant' }).click();
  await heading(name);
}

async function next() {
  await page.getByRole('button', { name: 'Next' }).click();
}

async function filterAndSuspend() {
  await page.getByRole('link', { name: 'Tenants', exact: true }).first().click();
  await heading('Tenants');
  await page.keyboard.press('/');
  await page.keyboard.type(subdomain);
  await page.waitForURL(/q=trial/);
  await page.getByRole('link', { name }).waitFor();
  await page.getByRole('link', { name: 'Acme' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Plan: any' }).click();
  await page.getByRole('option', { name: 'Enterprise' }).click();
  await page.getByText('No tenant matches').waitFor();
  await check(page, 'tenants-no-match');
  await page.goBack();
  await page.getByRole('link', { name }).waitFor();
  step('filtered');
  await page.getByRole('button', { name: 'Created', exact: true }).click();
  await page.waitForURL(/sort=createdAt/);
  await page.getByRole('columnheader', { name: 'Created' }).and(page.locator('[aria-sort=ascending]')).waitFor();
  await check(page, 'tenants-sorted');
  step('sorted');
  await page.getByLabel(`Select ${name}`).check();
  await page.getByRole('button', { name: 'Change plan' }).click();
  await page.getByRole('dialog').getByLabel('Enterprise').check();
  await check(page, 'bulk-plan', { shot: true });
  await page.getByRole('dialog').getByRole('button', { name: 'Change plan' }).click();
  await page.getByText('1 done, 0 failed').waitFor();
  await page.locator('footer').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('cell', { name: 'Enterprise' }).waitFor();
  step('changed the plan');
  await page.getByLabel(`Select ${name}`).check();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await check(page, 'bulk-ask');
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await page.getByText('1 done, 0 failed').waitFor();
  await check(page, 'bulk-done', { shot: true });
  await page.locator('footer').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('cell', { name: 'Suspended' }).waitFor();
  step('suspended');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  assert.equal((await download).suggestedFilename(), 'tenants.csv');
  step('exported');
}

/** Those of the suspended tenant: what is refused there has to look like it, too. */
async function tenantPages() {
  await page.getByRole('link', { name }).click();
  await heading(name);
  await tab('Users');
  await page.getByText('Why do you enter this tenant?').waitFor();
  await check(page, 'tenant-reason', { shot: true });
  await page.getByLabel('Reason').fill('Ticket 7 – Überprüfung');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByText('as a platform administrator: Ticket 7').waitFor();
  await page.getByText('The tenant is suspended').waitFor();
  await check(page, 'tenant-suspended');
  await tab('Danger zone');
  await page.getByRole('button', { name: 'Activate' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Activate' }).click();
  await page.getByRole('button', { name: 'Suspend' }).waitFor();
  await check(page, 'tenant-danger', { shot: true });
  for (const [label, sign] of [
    ['Overview', 'Enterprise'],
    ['Users', 'ann@trial.example'],
    ['Usage', 'Requests today'],
    ['Audit', 'tenant.suspended'],
    ['Settings', 'Add a value'],
    ['Identity provider', 'Claims of a token'],
    ['Keys', 'nobody sees a key here'],
    ['Database', 'Compare with a fresh schema'],
  ]) {
    await tab(label);
    await page.getByText(sign).filter({ visible: true }).first().waitFor();
    await check(page, `tenant-${label.toLowerCase().replace(' ', '-')}`, { shot: true });
  }
  step('tabs of a tenant');
  await tab('Settings');
  await settings(page);
  step('settings');
  await users();
  await jump();
  await branding();
  await remove();
}

async function tab(label) {
  const tabs = page.getByRole('navigation', { name: 'Parts of the tenant' });
  await tabs.getByRole('link', { name: label, exact: true }).click();
}

async function users() {
  await tab('Users');
  const dialog = page.getByRole('dialog');
  const shut = () => dialog.waitFor({ state: 'detached' });
  const fill = async (email, who) => {
    await dialog.getByLabel('E-mail').fill(email);
    await dialog.getByLabel('Name').fill(who);
  };
  await page.getByRole('button', { name: 'Add user' }).click();
  await fill('Ann@trial.example', 'Bob');
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await dialog.getByText('Another user of this tenant has this e-mail address').waitFor();
  await check(page, 'user-taken', { shot: true });
  await fill('bob@trial.example', 'Bob');
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await shut();
  await page.getByRole('button', { name: 'Edit Bob' }).click();
  await fill('bob@trial.example', 'Robert');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await shut();
  await page.keyboard.press('/');
  await page.keyboard.type('Robert');
  await page.keyboard.press('Enter');
  await page.waitForURL(/name=Robert/);
  await page.getByText('ann@trial.example').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Delete Robert' }).click();
  await dialog.getByText('bob@trial.example').waitFor();
  await check(page, 'user-delete', { shot: true });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No user has this name').waitFor();
  await check(page, 'users-no-match');
  step('added, changed, found and deleted a user');
}

/** By the switcher and by the palette, without the pointer. */
async function jump() {
  await page.getByRole('button', { name: 'Switch to another one' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await check(page, 'switcher', { shot: true });
  await page.keyboard.type('initech');
  await page.getByRole('option', { name: 'Acme' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await heading('Initech');
  await page.waitForURL(/\/users$/);
  await page.getByText('Why do you enter this tenant?').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name, exact: true }).waitFor();
  await check(page, 'palette', { shot: true });
  await page.keyboard.type('create');
  await page.getByRole('option', { name }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type(subdomain);
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('Enter');
  await heading(name);
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  step('switched tenants, and jumped back');
}

async function branding() {
  await tab('Branding');
  await page.getByLabel('Primary colour', { exact: true }).fill('#a21caf');
  await check(page, 'tenant-branding', { shot: true });
  await tab('Usage');
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  // Somebody else is faster.
  const authorization = await token();
  const id = new URL(page.url()).pathname.split('/')[3];
  await fetch(`${service}/tenants/${id}`, {
    method: 'PUT',
    headers: { authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: `${name} Ltd` }),
  });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Somebody else changed the tenant meanwhile').waitFor();
  await check(page, 'tenant-conflict');
  await page.getByRole('button', { name: 'Load what is there now' }).click();
  await heading(`${name} Ltd`);
  await page.getByLabel('Primary colour', { exact: true }).fill('#a21caf');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The branding is saved').waitFor();
  step('branding, with a conflict');
}

async function token() {
  const answer = await fetch(`${service}/dev-idp/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'aegisx-cli', username: 'root', password: 'root' }),
  });
  return `Bearer ${(await answer.json()).access_token}`;
}

async function remove() {
  await tab('Danger zone');
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  assert.ok(await dialog.getByRole('button', { name: 'Delete' }).isDisabled(), 'delete asks for the name');
  await dialog.getByRole('textbox').fill(subdomain);
  await check(page, 'tenant-delete', { shot: true });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('button', { name: 'Suspend' }).waitFor();
  await page.getByRole('button', { name: 'Purge' }).click();
  await dialog.getByRole('textbox').fill(subdomain);
  await dialog.getByRole('button', { name: 'Purge' }).click();
  await heading('Tenants');
  step('deleted, restored, purged');
}

async function narrow() {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${base}/console/tenants`);
  await page.getByRole('link', { name: 'Acme' }).first().waitFor();
  const wider = await page.evaluate(() => {
    const boxes = [document.documentElement, document.querySelector('main')];
    return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth));
  });
  assert.ok(wider <= 0, `nothing sticks out at 320 pixels (${wider})`);
  await check(page, 'tenants-narrow', { shot: true });
  await page.goto(`${base}/console/tenants`);
  await page.getByRole('button', { name: 'Choose a tenant' }).click();
  await page.getByRole('option').first().waitFor();
  await check(page, 'switcher-narrow', { shot: true });
  step('fits 320 pixels');
}

async function asTenantAdmin() {
  await signIn(page, 'acme-admin');
  await heading('Acme');
  await page.goto(`${base}/console/mine`);
  await page.getByRole('link', { name: 'Acme' }).waitFor();
  assert.equal(await page.locator('tbody tr').count(), 1, 'its own tenant only');
  await check(page, 'mine', { shot: true });
  await page.goto(`${base}/console/tenants`);
  await page.getByText('You may not see this').waitFor();
  await check(page, 'forbidden');
  await page.goto(`${base}/console/mine`);
  await page.getByRole('link', { name: 'Acme' }).click();
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('table', { name: 'Users of the tenant' }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Danger zone' }).count(), 0);
  await check(page, 'users', { shot: true });
  step('signed in as acme-admin and saw its own tenant only');
  await page.getByRole('button', { name: 'Signed in as acme-admin' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  step('signed out');
}
