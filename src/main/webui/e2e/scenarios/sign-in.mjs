import assert from 'node:assert/strict';
import { heading, signIn, signOut } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

scenario('Signing in leads to where one wanted to go, and signing out ends it', async (stage) => {
  const { id, name } = await stage.service.tenant('Signin');
  const page = await stage.visitor(`/tenants/${id}/usage`);
  await heading(page, 'AegisX Tenancy');
  await signIn(page, 'root');
  await heading(page, name);
  assert.equal(new URL(page.url()).pathname, `/console/tenants/${id}/usage`);
  assert.equal(new URL(page.url()).search, '', 'nothing of the sign-in is left in the address');

  await page.reload();
  await heading(page, name);
  await signOut(page, 'root');
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
  await page.goBack();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  assert.equal(await page.getByText(name).count(), 0);
});

scenario('Another tab has to sign in as well', async (stage) => {
  const page = await stage.signedIn('root');
  await heading(page, 'Dashboard');
  const tab = await page.context().newPage();
  await tab.goto(`${stage.base}/console/tenants`);
  await tab.getByRole('button', { name: 'Sign in' }).waitFor();
});

scenario('The provider refuses a wrong password, and the console a made-up answer', async (stage) => {
  const page = await stage.visitor();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('[name=username]').fill('root');
  await page.locator('[name=password]').fill('guessed');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Wrong user or password').waitFor();

  await stage.go(page, '/?code=made-up&state=made-up');
  await page.getByText('Signing in did not work').waitFor();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
});
