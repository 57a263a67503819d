import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rememberTenant } from '../switching/recents';
import { show } from '../test/show';
import { tenant } from '../test/tenant';
import { text } from '../text';
import { isMatch } from './commands';
import { PaletteButton } from './PaletteButton';

const GLOBEX = tenant({ id: 'g', name: 'Globex', subdomain: 'globex' });

beforeEach(() => window.localStorage.clear());
afterEach(cleanup);

function showPalette(at = '/tenants', roles = ['super-admin']) {
  const element = (
    <>
      <PaletteButton />
      <input aria-label="Elsewhere" />
    </>
  );
  return show([{ path: '*', element }], {
    at,
    roles,
    answer: ({ path, url }) => {
      const found = path === '/tenants/mine' ? [tenant({ id: 'a' })] : url.searchParams.get('q') ? [GLOBEX] : [];
      return Response.json(path.endsWith('/a') ? tenant({ id: 'a' }) : found);
    },
  });
}

const options = () => screen.getAllByRole('option').map((option) => option.textContent);

describe('the palette', () => {
  it('opens by its keys also from a field, with the focus in its own, and gives it back', async () => {
    showPalette();
    const field = screen.getByRole('textbox', { name: 'Elsewhere' });
    field.focus();
    await userEvent.keyboard('k');
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.keyboard('{Control>}k{/Control}');
    const own = await screen.findByRole('combobox', { name: text.palette.title });
    await waitFor(() => expect(document.activeElement).toBe(own));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it('closes by its keys, too, and is not opened above something else', async () => {
    showPalette();
    await userEvent.keyboard('{Meta>}k{/Meta}');
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Meta>}k{/Meta}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const other = document.createElement('div');
    other.setAttribute('role', 'dialog');
    other.setAttribute('aria-modal', 'true');
    document.body.append(other);
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('combobox')).toBeNull();
    other.remove();
  });

  it('goes to pages and to tenants that the service finds', async () => {
    const { router } = showPalette();
    await userEvent.click(screen.getByRole('button', { name: text.palette.openBy(text.palette.keys) }));
    await userEvent.type(await screen.findByRole('combobox'), 'cre ten');
    expect(options()).toEqual([text.frame.createTenant]);
    await userEvent.keyboard('{Enter}');
    expect(router.state.location.pathname).toBe('/tenants/new');
    await userEvent.click(screen.getByRole('button', { name: text.palette.openBy(text.palette.keys) }));
    await userEvent.type(await screen.findByRole('combobox'), 'glob');
    await userEvent.click(await screen.findByRole('option', { name: /Globex/ }));
    expect(router.state.location.pathname).toBe('/tenants/g');
  });

  it('begins with the tenants opened last, and has the parts of the one that is open', async () => {
    rememberTenant('me', { id: 'g', name: 'Globex' });
    const { router } = showPalette('/tenants/a/usage');
    await userEvent.click(screen.getByRole('button', { name: text.palette.openBy(text.palette.keys) }));
    await screen.findByRole('group', { name: text.palette.ofTenant('Acme') });
    expect(options()[0]).toBe('Globex');
    await userEvent.click(screen.getByRole('option', { name: text.tenant.tabs.users }));
    expect(router.state.location.pathname).toBe('/tenants/a/users');
  });

  it('does what can be done from everywhere', async () => {
    showPalette();
    await userEvent.click(screen.getByRole('button', { name: text.palette.openBy(text.palette.keys) }));
    await userEvent.type(await screen.findByRole('combobox'), 'dark');
    await userEvent.keyboard('{Enter}');
    expect(window.localStorage.getItem('console-theme')).toBe('dark');
  });

  it('tells its keys at ?, unless it is typed', async () => {
    showPalette();
    await userEvent.type(screen.getByRole('textbox', { name: 'Elsewhere' }), '?');
    expect(screen.queryByRole('dialog')).toBeNull();
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('?');
    await screen.findByRole('dialog', { name: text.palette.shortcuts });
    const close = screen.getAllByRole('button', { name: text.palette.close });
    await userEvent.click(close[0] as HTMLElement);
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(await screen.findByRole('combobox'), 'shortcuts{Enter}');
    await screen.findByRole('dialog', { name: text.palette.shortcuts });
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('says that nothing matches', async () => {
    showPalette('/mine', ['member']);
    await userEvent.click(screen.getByRole('button', { name: text.palette.openBy(text.palette.keys) }));
    await userEvent.type(await screen.findByRole('combobox'), 'zzzz');
    await screen.findByText(text.palette.nothing);
    expect(screen.queryAllByRole('option')).toEqual([]);
  });

  it.each([
    ['Create tenant', 'ten', true],
    ['Create tenant', 'tenant CREATE', true],
    ['Create tenant', 'user', false],
    ['Create tenant', '', true],
  ])('%j matches %j: %s', (label, typed, expected) => {
    expect(isMatch(label, typed)).toBe(expected);
  });
});
