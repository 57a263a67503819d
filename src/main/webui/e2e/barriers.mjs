import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const NARROW = { width: 320, height: 640 };
const LONGEST_MOVE = 5_000;

/** Looks for barriers in light and dark. Answers findings; `what` says where they are. */
export async function barriers(page, what) {
  const found = [];
  for (const theme of ['light', 'dark']) {
    await wear(page, theme);
    // The script is not the page's, so no policy stops it.
    if (!(await page.evaluate(() => 'axe' in window))) {
      await page.evaluate(AXE);
    }
    const violations = await page.evaluate(
      async (options) => (await window.axe.run(document, { ...options, resultTypes: ['violations'] })).violations,
      { runOnly: RULES },
    );
    for (const { id, help, nodes } of violations) {
      const where = nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`);
      found.push(`axe: ${what}, ${theme}: ${id} (${help}): ${where.join(' | ')}`);
    }
  }
  await wear(page, 'light');
  return found;
}

/** Puts on a theme as somebody's system does. */
export async function wear(page, theme) {
  await page.emulateMedia({ colorScheme: theme });
  // Before the sign-in a page keeps the theme that it was loaded with.
  await page.evaluate((dark) => document.documentElement.classList.toggle('pf-v6-theme-dark', dark), theme === 'dark');
  await settle(page);
}

/** Brings what moves to where it is going, and whatever that sets in motion as well. */
function settle(page) {
  return page.evaluate(async () => {
    const moving = () => document
      .getAnimations()
      .filter((each) => each.playState === 'running' && each.effect?.getComputedTiming().endTime !== Infinity);
    while (moving().length > 0) {
      moving().forEach((each) => each.finish());
      await new Promise(requestAnimationFrame);
    }
  });
}

/** What sticks out where the screen is as narrow as WCAG 1.4.10 has it. Answers findings. */
export async function overflow(page, what) {
  const before = page.viewportSize();
  await page.setViewportSize(NARROW);
  try {
    // The navigation steps aside, once it has noticed.
    await page.waitForFunction(fits, null, { timeout: LONGEST_MOVE });
    return [];
  } catch {
    const first = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .find((each) => each.getBoundingClientRect().right > window.innerWidth)?.outerHTML.slice(0, 160));
    return [`narrow: ${what}: sticks out at ${NARROW.width} pixels: ${first}`];
  } finally {
    await page.setViewportSize(before);
  }
}

function fits() {
  document.getAnimations().forEach((each) => each instanceof CSSTransition && each.finish());
  return [document.documentElement, ...document.querySelectorAll('main')].every(
    (box) => box.scrollWidth <= box.clientWidth,
  );
}
