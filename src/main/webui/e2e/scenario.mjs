import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser, openWindow, signIn } from './browser.mjs';
import { findConsole } from './serve.mjs';
import { Service } from './service.mjs';

const LONGEST = 120_000;
const SHOTS = process.env.SHOTS ?? fileURLToPath(new URL('shots/', import.meta.url));

/** What a scenario works with. */
class Stage {
  findings = [];
  #windows = [];

  constructor(base, browser, service) {
    this.base = base;
    this.browser = browser;
    this.service = service;
  }

  /** A tab of a window of its own, where nobody is signed in. */
  async visitor(path = '/', base = this.base) {
    const window = await openWindow(this.browser, this.findings);
    this.#windows.push(window);
    const page = await window.newPage();
    await page.goto(`${base}/console${path}`);
    return page;
  }

  /** The same for somebody who has signed in. */
  async signedIn(name, path = '/', base = this.base) {
    const page = await this.visitor(path, base);
    await signIn(page, name);
    return page;
  }

  /** Another tab of the same window; whoever uses it signs in there as well. */
  async tabBeside(page, name, path) {
    const tab = await page.context().newPage();
    await tab.goto(`${this.base}/console${path}`);
    await signIn(tab, name);
    return tab;
  }

  go(page, path) {
    return page.goto(`${this.base}/console${path}`);
  }

  /** The address of the console under a tenant's subdomain. */
  under(subdomain) {
    return this.base.replace('://', `://${subdomain}.`);
  }

  /** Takes a picture of every page; answers where each is. */
  async pictures(name) {
    await mkdir(SHOTS, { recursive: true });
    const pages = this.#windows.flatMap((window) => window.pages());
    return Promise.all(
      pages.map(async (page, number) => {
        const path = join(SHOTS, `${name.replaceAll(/\W+/g, '-')}-${number + 1}.png`);
        await page.screenshot({ path });
        return `Screenshot of ${page.url()}: ${path}`;
      }),
    );
  }

  async close() {
    await Promise.all(this.#windows.map((window) => window.close()));
  }
}

const { base, close } = await findConsole();
let browser;
after(async () => {
  await browser?.close();
  close();
});

/** A test in a browser. It fails as well for what the browser itself finds fault with. */
export function scenario(name, run) {
  test(name, { timeout: LONGEST }, async () => {
    browser ??= await openBrowser();
    const stage = new Stage(base, browser, await Service.at(base));
    let failure;
    try {
      await run(stage);
    } catch (error) {
      failure = error;
    }
    try {
      if (failure || stage.findings.length > 0) {
        throw explained(failure ?? new Error('The browser found fault:'), [
          ...stage.findings,
          ...(await stage.pictures(name).catch((impossible) => [String(impossible)])),
        ]);
      }
    } finally {
      await stage.close();
      await stage.service.purge();
    }
  });
}

/** A failure that says more, and came from where the given one did. */
function explained(failure, more) {
  const message = [failure.message, ...more].join('\n');
  const trace = failure.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return Object.assign(new Error(message), { stack: [message, ...trace].join('\n') });
}
