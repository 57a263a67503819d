import { TenantProvider, useTenant } from '@aegisx/tenancy-client/react';
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeService, problem } from '../service.js';
import { heldService, profileOf, quietly, showAt } from './harness.js';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a failure', () => {
  it('is told', async () => {
    const { text, seen } = await showAt('/t/nobody/');
    expect(text()).toBe('TENANT_NOT_FOUND');
    expect(seen.tenant).toMatchObject({ tenant: undefined, isLoading: false });
  });

  it('is over when it worked again', async () => {
    let down = true;
    const fetch = fakeService((request) => {
      if (down) {
        throw new TypeError('fetch failed');
      }
      return profileOf(request);
    });
    const { text, seen } = await showAt('/t/acme/', { fetch });
    expect(text()).toBe('NETWORK');
    down = false;
    await act(async () => seen.tenant.reload());
    expect(text()).toBe('Acme Corporation');
  });

  it('of a later question leaves what is known', async () => {
    let down = false;
    const fetch = fakeService((request) => (down ? problem(500, 'INTERNAL') : profileOf(request)));
    const { seen } = await showAt('/t/acme/', { fetch });
    down = true;
    await act(async () => seen.tenant.reload());
    expect(seen.tenant).toMatchObject({
      tenant: { name: 'Acme Corporation' },
      error: { code: 'INTERNAL' },
    });
  });

  it.each(['null', '7', '{"name":"Acme","subdomain":"acme","branding":null}'])(
    'may be an answer of %s',
    async (body) => {
      const { text } = await showAt('/t/acme/', { fetch: fakeService(() => new Response(body)) });
      expect(text()).toBe('NETWORK');
    },
  );

  it('of an earlier question comes too late after a later answer', async () => {
    const { fetch, held } = heldService();
    const { seen, text } = await showAt('/t/acme/', { fetch });
    await act(async () => seen.tenant.reload());
    await held[1]!.answer(profileOf(held[1]!.request));
    await held[0]!.answer(problem(500, 'INTERNAL'));
    expect(text()).toBe('Acme Corporation');
  });

  it('is a malformed tenant: nothing is asked, and there is no client to ask with', async () => {
    quietly();
    const fetch = fakeService(profileOf);
    await expect(showAt('/t/Not_One/', { fetch })).rejects.toMatchObject({
      code: 'TENANT_INVALID',
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('of that kind can be told by whoever asks for no client', async () => {
    window.history.replaceState(null, '', '/t/Not_One/');
    const Told = () => <p>{useTenant().error?.code}</p>;
    const settings = {
      baseUrl: 'http://service.test',
      naming: 'header',
      token: () => 'x',
    } as const;
    const view = render(
      <TenantProvider {...settings}>
        <Told />
      </TenantProvider>,
    );
    expect(view.container.textContent).toBe('TENANT_INVALID');
  });

  it('is a tenant by subdomain of an IP address', async () => {
    quietly();
    const props = { naming: 'subdomain', baseUrl: 'http://127.0.0.1:8080' } as const;
    await expect(showAt('/t/acme/', props)).rejects.toThrow(/cannot have the subdomain acme/);
  });

  it('is a missing provider', () => {
    quietly();
    const Lost = () => <>{useTenant().isLoading}</>;
    expect(() => render(<Lost />)).toThrow(/no TenantProvider/);
  });
});
