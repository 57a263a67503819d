/**
 * Takes the pictures in docs/images: `npm run screenshots`, with a service in development mode at
 * `SERVICE_URL`.
 */
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { heading, loaded, openBrowser, openWindow, signIn } from './browser.mjs';
import { findConsole } from './serve.mjs';

const IMAGES = fileURLToPath(new URL('../../../../docs/images/', import.meta.url));
const MOST_BYTES = 150_000;
const SIZE = { width: 1280, height: 800 };
// Of the same shape, with room for the charts of the dashboard.
const LARGE = { width: 1920, height: 1200 };

const { base, close } = await findConsole();
const browser = await openBrowser();
const findings = [];
const page = await (await openWindow(browser, findings, SIZE)).newPage();
await page.goto(`${base}/console/tenants`);
await signIn(page, 'root');

await heading(page, 'Tenants');
await take('console');

await page.getByRole('link', { name: 'Acme' }).first().click();
await page.getByText('The tenant is ready').waitFor();
await take('console-tenant');

await page.goto(`${base}/console/tenants/new`);
await page.getByLabel('Name').fill('Umbrella Insurance');
await next();
await page.getByText('Free as far as can be seen').waitFor();
await next();
await next();
await page.getByLabel('Schema per tenant').check();
await take('console-wizard');

await page.setViewportSize(LARGE);
await page.goto(`${base}/console/`);
await heading(page, 'Dashboard');
await page.getByRole('application', { name: /^Requests by day/ }).waitFor();
await take('console-dashboard');

await browser.close();
close();
findings.forEach((finding) => console.error(finding));
process.exitCode = findings.length > 0 ? 1 : 0;

async function take(name) {
  await loaded(page);
  const path = `${IMAGES}${name}.png`;
  await page.screenshot({ path, animations: 'disabled' });
  const { size } = await stat(path);
  console.log(`${path}: ${size} bytes`);
  if (size > MOST_BYTES) {
    findings.push(`${path} has more than ${MOST_BYTES} bytes`);
  }
}

function next() {
  return page.getByRole('button', { name: 'Next' }).click();
}
