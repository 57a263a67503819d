import { chromium } from 'playwright-core';

const LONGEST_WAIT = 20_000;
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const LAUNCH = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ARGUMENTS,
};

/** A browser of its own, or one that many scenarios share (`browser-server.mjs`). */
export function openBrowser() {
  const shared = process.env.BROWSER_ENDPOINT;
  return shared ? chromium.connect(shared) : chromium.launch(LAUNCH);
}

/** A window with nobody signed in. What goes wrong in any of its tabs is added to the findings. */
export async function openWindow(browser, findings, viewport = { width: 1280, height: 900 }) {
  const window = await browser.newContext({ viewport, reducedMotion: 'reduce', colorScheme: 'light' });
  window.setDefaultTimeout(LONGEST_WAIT);
  await window.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  window.on('weberror', (failure) => {
    const error = failure.error();
    findings.push(`page error at ${failure.page()?.url()}: ${error.stack ?? error.message}`);
  });
  window.on('console', (message) => {
    // That an answer was 403 or the like is the browser's remark, not the page's; see below for those.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      findings.push(`console at ${message.page()?.url()}: ${message.text()}`);
    }
  });
  window.on('response', (response) => {
    const ofConsole = new URL(response.url()).pathname.startsWith('/console/');
    if (response.status() >= (ofConsole ? 400 : 500)) {
      findings.push(`${response.status()} for ${response.request().method()} ${response.url()}`);
    }
  });
  window.on('page', (page) => page.on('crash', () => findings.push(`crashed: ${page.url()}`)));
  return window;
}

/** Signs in by the console's button and the provider's form. */
export async function signIn(page, name) {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('[name=username]').fill(name);
  await page.locator('[name=password]').fill(name);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: `Signed in as ${name}` }).waitFor();
}

export async function signOut(page, name) {
  await page.getByRole('button', { name: `Signed in as ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
}

export function heading(page, title) {
  return page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

/** Until nothing stands in for what is still on its way. */
export async function loaded(page) {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.pf-v6-c-skeleton, [aria-busy="true"]'));
}

export function tab(page, label) {
  return page
    .getByRole('navigation', { name: 'Parts of the tenant' })
    .getByRole('link', { name: label, exact: true })
    .click();
}

/** Gives the reason that a platform administrator is asked for before a tenant's own data is shown. */
export async function enter(page) {
  await page.getByLabel('Reason').fill('Browser test');
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
}
