import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { problem, type Sent, show } from '../../test/show';
import { tenant } from '../../test/tenant';
import { text } from '../../text';
import { SettingsTab } from './SettingsTab';

afterEach(cleanup);

const { settings } = text;
const found = { tenant: tenant(), etag: '"1"' };
const locale = { key: 'locale', value: 'en', secret: false, origin: 'plan' };
const smtp = { key: 'smtp', value: { password: 'hush' }, secret: true, origin: 'tenant', updatedAt: '2026-01-01T00:00:00Z' };

function service(change: (sent: Sent) => Response | undefined = () => undefined) {
  return (sent: Sent) =>
    change(sent) ??
    (sent.path === '/config' ? Response.json([locale, smtp])
    : sent.path === '/features' ? Response.json([{ name: 'sso', enabled: false, origin: 'plan' }])
    : sent.path === '/config/locale' ? Response.json(locale, { headers: { ETag: '"l1"' } })
    : sent.path === '/config/smtp' ? Response.json(smtp, { headers: { ETag: '"s1"' } })
    : undefined);
}

const row = async (key: string) => within((await screen.findByText(key)).closest('tr') as HTMLElement);

describe('configuration', () => {
  it('says where each value comes from, and covers secrets', async () => {
    show(<SettingsTab found={found} />, { answer: service(), roles: ['tenant-admin'] });
    (await row('locale')).getByText(settings.origins['plan'] as string);
    const secret = await row('smtp');
    expect(secret.queryByText(/hush/)).toBeNull();
    await userEvent.click(secret.getByRole('button', { name: settings.reveal('smtp') }));
    secret.getByText('{"password":"hush"}');
    expect((await row('locale')).queryByRole('button', { name: settings.unsetOf('locale') })).toBeNull();
  });

  it('has no secrets to show to a super-admin, and does not save what was not shown', async () => {
    const { sent } = show(<SettingsTab found={found} />, {
      answer: service(({ path }) => path === '/config/smtp' ? Response.json({ ...smtp, value: null }, { headers: { ETag: '"s1"' } }) : undefined),
    });
    (await row('smtp')).getByText(settings.hiddenFromYou);
    await userEvent.click(screen.getByRole('button', { name: settings.editOf('smtp') }));
    const value = await screen.findByLabelText(settings.value);
    expect((value as HTMLTextAreaElement).value).toBe('');
    expect((screen.getAllByRole('button', { name: settings.save }).at(-1) as HTMLButtonElement).disabled).toBe(true);
    expect(sent.some(({ method }) => method === 'PUT')).toBe(false);
  });

  it('is changed over the version that was read', async () => {
    const { sent } = show(<SettingsTab found={found} />, {
      answer: service(({ method }) => (method === 'PUT' ? Response.json(locale) : undefined)),
      roles: ['tenant-admin'],
    });
    await row('locale');
    await userEvent.click(screen.getByRole('button', { name: settings.editOf('locale') }));
    const value = await screen.findByLabelText(settings.value);
    await userEvent.clear(value);
    await userEvent.type(value, 'de');
    await userEvent.click(screen.getByRole('button', { name: settings.save }));
    await screen.findByText(settings.valueSaved('locale'));
    const put = sent.find(({ method }) => method === 'PUT');
    expect(put?.body).toEqual({ value: 'de', secret: false });
    expect(put?.headers.get('If-Match')).toBe('"l1"');
  });

  it('keeps what was entered when somebody else was faster, until one wants to see that', async () => {
    show(<SettingsTab found={found} />, {
      answer: service(({ method }) => (method === 'PUT' ? problem(412, 'PRECONDITION_FAILED') : undefined)),
      roles: ['tenant-admin'],
    });
    await row('locale');
    await userEvent.click(screen.getByRole('button', { name: settings.editOf('locale') }));
    const value = await screen.findByLabelText(settings.value);
    await userEvent.type(value, '-GB');
    await userEvent.click(screen.getByRole('button', { name: settings.save }));
    await screen.findByText(settings.changedMeanwhile);
    expect((screen.getByLabelText(settings.value) as HTMLTextAreaElement).value).toBe('en-GB');
    await userEvent.click(screen.getByRole('button', { name: text.conflict.load }));
    await waitFor(() => expect((screen.getByLabelText(settings.value) as HTMLTextAreaElement).value).toBe('en'));
  });

  it('is not added in the place of what is there', async () => {
    const { sent } = show(<SettingsTab found={found} />, { answer: service(), roles: ['tenant-admin'] });
    await row('locale');
    await userEvent.click(screen.getByRole('button', { name: settings.add }));
    await userEvent.type(screen.getByLabelText(/^Key/), 'locale');
    await userEvent.type(screen.getByLabelText(settings.value), 'de');
    await userEvent.click(screen.getByRole('button', { name: settings.save }));
    await screen.findByText(settings.keyTaken('locale'));
    expect(sent.some(({ method }) => method === 'PUT')).toBe(false);
  });

  it('is added once, however often the button is pressed', async () => {
    const { sent } = show(<SettingsTab found={found} />, {
      answer: service(({ method }) => (method === 'PUT' ? Response.json(locale) : undefined)),
      roles: ['tenant-admin'],
    });
    await row('locale');
    await userEvent.click(screen.getByRole('button', { name: settings.add }));
    await userEvent.type(screen.getByLabelText(/^Key/), 'zone');
    await userEvent.type(screen.getByLabelText(settings.value), 'x');
    await userEvent.dblClick(screen.getByRole('button', { name: settings.save }));
    await screen.findByText(settings.valueSaved('zone'));
    expect(sent.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('is not closed with something unsaved, unless one says so', async () => {
    show(<SettingsTab found={found} />, { answer: service(), roles: ['tenant-admin'] });
    await row('locale');
    await userEvent.click(screen.getByRole('button', { name: settings.add }));
    await userEvent.type(screen.getByLabelText(settings.value), 'x');
    await userEvent.click(screen.getByRole('button', { name: settings.cancel }));
    screen.getByText(settings.loseTitle);
    await userEvent.click(screen.getByRole('button', { name: settings.keep }));
    expect((screen.getByLabelText(settings.value) as HTMLTextAreaElement).value).toBe('x');
    await userEvent.click(screen.getByRole('button', { name: settings.cancel }));
    await userEvent.click(screen.getByRole('button', { name: settings.lose }));
    expect(screen.queryByLabelText(settings.value)).toBeNull();
  });

  it('is unset, and said what holds then', async () => {
    let unset = false;
    show(<SettingsTab found={found} />, {
      answer: service(({ method, path, headers }) => {
        if (method === 'DELETE' && headers.get('If-Match') === '"s1"') {
          unset = true;
          return new Response(null, { status: 204 });
        }
        return unset && path === '/config/smtp' ? Response.json({ key: 'smtp', value: 'local', secret: false, origin: 'platform' }) : undefined;
      }),
      roles: ['tenant-admin'],
    });
    await row('smtp');
    await userEvent.click(screen.getByRole('button', { name: settings.unsetOf('smtp') }));
    await screen.findByText(settings.unsetValue(settings.hidden));
    await userEvent.click(screen.getByRole('button', { name: settings.unset }));
    await screen.findByText(settings.unsetDone('smtp', '"local"', settings.origins['platform'] as string));
  });

  it('is not unset when somebody else set it since it was asked for', async () => {
    let etag = '"l1"';
    const mine = { ...locale, origin: 'tenant' };
    const { sent } = show(<SettingsTab found={found} />, {
      answer: service(({ method, path, headers }) => {
        if (method === 'DELETE') {
          return headers.get('If-Match') === etag ? new Response(null, { status: 204 }) : problem(412, 'PRECONDITION_FAILED');
        }
        return path === '/config' ? Response.json([mine])
          : path === '/config/locale' ? Response.json({ ...mine, value: etag }, { headers: { ETag: etag } })
          : undefined;
      }),
      roles: ['tenant-admin'],
    });
    await row('locale');
    await userEvent.click(screen.getByRole('button', { name: settings.unsetOf('locale') }));
    await screen.findByText(settings.unsetValue('"\\"l1\\""'));
    etag = '"l2"';
    await userEvent.click(screen.getByRole('button', { name: settings.unset }));
    await screen.findByText(settings.changedMeanwhile);
    expect(sent.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: text.conflict.load }));
    await screen.findByText(settings.unsetValue('"\\"l2\\""'));
    await userEvent.click(screen.getByRole('button', { name: settings.unset }));
    await screen.findByText(/^locale is unset/);
  });
});

describe('limits', () => {
  it('are only read by a tenant’s own administrator', async () => {
    show(<SettingsTab found={found} />, { answer: service(), roles: ['tenant-admin'] });
    await screen.findByText(settings.limitsReadOnly);
    expect(screen.queryByLabelText(text.field.maxUsers)).toBeNull();
  });

  it('are saved over the version that was shown, and guarded until then', async () => {
    const { sent, router } = show(<SettingsTab found={found} />, {
      answer: service(({ method, body }) =>
        method === 'PATCH' ? Response.json({ ...tenant(), ...(body as object), settings: { ...tenant().settings, maxUsers: 7 } }, { headers: { ETag: '"2"' } }) : undefined),
    });
    const users = await screen.findByLabelText(text.field.maxUsers);
    await userEvent.clear(users);
    await userEvent.type(users, '7');
    await router.navigate('/elsewhere');
    await screen.findByText(settings.unsavedBody);
    await userEvent.click(screen.getByRole('button', { name: text.branding.stay }));
    await userEvent.click(screen.getByRole('button', { name: settings.save }));
    await screen.findByText(settings.saved);
    const patch = sent.find(({ method }) => method === 'PATCH');
    expect(patch?.body).toEqual({ settings: { maxUsers: 7 } });
    expect(patch?.headers.get('If-Match')).toBe('"1"');
    await router.navigate('/elsewhere');
    await screen.findByText('Elsewhere');
  });
});
