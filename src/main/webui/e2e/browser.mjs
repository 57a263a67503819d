import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const SHOTS = fileURLToPath(new URL('shots/', import.meta.url));
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What went wrong without stopping the script; the run fails if there is any. */
export const findings = [];

export async function launch() {
  await mkdir(SHOTS, { recursive: true });
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  });
}

/** A window of its own, with nobody signed in. */
export async function open(browser, base) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  page.on('pageerror', (error) => findings.push(`page error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    // That an answer was 404 or the like is the browser's remark, not the page's: free subdomains are 404.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      findings.push(`console at ${page.url()}: ${message.text()}`);
    }
  });
  await page.goto(`${base}/console/`);
  return page;
}

export async function signIn(page, name) {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('[name=username]').fill(name);
  await page.locator('[name=password]').fill(name);
  await page.locator('button[type=submit], input[type=submit], button').first().click();
  await page.getByRole('button', { name: `Signed in as ${name}` }).waitFor();
}

/** Checks a page for barriers in light and dark. The script is not the page's, so no policy stops it. */
export async function check(page, what, { shot = false } = {}) {
  for (const theme of ['light', 'dark']) {
    await page.evaluate(
      (dark) => document.documentElement.classList.toggle('pf-v6-theme-dark', dark),
      theme === 'dark',
    );
    await page.waitForTimeout(500);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() =>
      window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
    );
    for (const { id, help, nodes } of violations) {
      const where = nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ');
      findings.push(`axe ${what} ${theme}: ${id} (${help}): ${where}`);
    }
    if (shot) {
      await page.screenshot({ path: `${SHOTS}${what}-${theme}.png` });
    }
  }
  await page.evaluate(() => document.documentElement.classList.remove('pf-v6-theme-dark'));
}
