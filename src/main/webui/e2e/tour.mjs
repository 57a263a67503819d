import assert from 'node:assert/strict';
import { barriers, overflow } from './barriers.mjs';
import { enter, heading, loaded } from './browser.mjs';
import { PAGES } from './pages.mjs';
import { scenario } from './scenario.mjs';

/** A scenario that looks at all pages of somebody. */
export function tour(who) {
  scenario(`Pages of ${who} have no barriers, in light, dark and on narrow screens`, async (stage) => {
    const tenant = await stage.service.tenant('Pages', { users: ['Agatha'] });
    const known = (text) => text?.replace('{id}', tenant.id).replace('{name}', tenant.name);
    const page = await open(stage, who, tenant);
    const linked = new Set();
    const found = [];
    const visit = async ({ path, title, shows }) => {
      await stage.go(page, path);
      await (title ? heading(page, title) : page.locator('h1').first().waitFor());
      await loaded(page);
      if (await page.getByText('Why do you enter this tenant?').count()) {
        found.push(...(await barriers(page, `question for a reason at ${path}`)));
        await enter(page);
        await loaded(page);
      }
      if (shows) {
        await page.getByText(shows).filter({ visible: true }).first().waitFor();
      }
      (await links(page)).forEach((link) => linked.add(link));
      found.push(...(await barriers(page, `${path} of ${who}`)), ...(await overflow(page, `${path} of ${who}`)));
    };

    const listed = PAGES.filter((each) => each.who === who);
    for (const each of listed) {
      await visit({ path: known(each.path), title: known(each.heading), shows: known(each.shows) });
    }
    const paths = new Set(listed.map(({ path }) => known(path)));
    for (const path of [...linked].filter((each) => !paths.has(each) && !paths.has(each.replace(/\/overview$/, '')))) {
      await visit({ path });
    }
    assert.deepEqual(found, []);
  });
}

function open(stage, who, { subdomain }) {
  if (who === 'nobody') {
    return stage.visitor();
  }
  return stage.signedIn(who === 'root' ? 'root' : `${subdomain}-${who}`);
}

/** Where the navigation of a page leads: its main one, and the parts of a tenant. */
function links(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('nav a[href^="/console/"]')]
      .filter((link) => !link.closest('[aria-label="Breadcrumb"], [aria-label="Pages"]'))
      .map((link) => link.getAttribute('href').slice('/console'.length)),
  );
}
