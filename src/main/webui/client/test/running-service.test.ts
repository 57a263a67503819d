// @vitest-environment node
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import {
  type PageStart,
  type TenancyClientOptions,
  createTenancyClient,
  idempotencyKey,
  ifMatch,
  pages,
} from '@aegisx/tenancy-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { failureOf } from './service.js';

const SERVICE = process.env.TENANCY_URL ?? '';

if (!SERVICE) {
  console.info(
    'Tests against a running service are skipped. To run them: ./mvnw quarkus:dev, and then ' +
      'TENANCY_URL=http://localhost:8080 npm test',
  );
}

/** A token of the development issuer, where the password is the name. */
async function tokenOf(username: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'password',
    client_id: 'aegisx-cli',
    username,
    password: username,
  });
  const answer = await fetch(`${SERVICE}/dev-idp/token`, { method: 'POST', body });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}

/** Reads from the service at a host that this machine may not know, such as acme.localhost. */
const byHost: TenancyClientOptions['fetch'] = (request) =>
  new Promise((resolve, reject) => {
    const { host, pathname } = new URL(request.url);
    const headers = { ...Object.fromEntries(request.headers), Host: host };
    get(new URL(pathname, SERVICE), { headers }, async (answer) => {
      const body = (await answer.toArray()).join('');
      resolve(new Response(body, { status: answer.statusCode ?? 500 }));
    }).on('error', reject);
  });

describe.skipIf(!SERVICE)('a running service', () => {
  const onAccessDenied = vi.fn();
  const made: string[] = [];
  const name = `Client Test ${crypto.randomUUID()}`;
  let token: string;

  const clientOf = (tenant: string, more: Partial<TenancyClientOptions> = {}) =>
    createTenancyClient({
      baseUrl: SERVICE,
      naming: 'header',
      tenant,
      token: () => token,
      onAccessDenied,
      ...more,
    });
  const newUser = () => ({ email: `${crypto.randomUUID()}@acme.example`, name });

  async function makeUser(key = idempotencyKey(), body = newUser()) {
    const { data, response } = await clientOf('acme').POST('/users', {
      params: { header: key },
      body,
    });
    made.push(data.id);
    return { user: data, response };
  }

  beforeAll(async () => {
    token = await tokenOf('acme-admin');
  });

  afterAll(async () => {
    for (const id of new Set(made)) {
      await clientOf('acme')
        .DELETE('/users/{id}', { params: { path: { id } } })
        .catch(() => {});
    }
  });

  it('has the API that this client is generated from', async () => {
    const answer = await fetch(`${SERVICE}/q/openapi?format=json`);
    const ours = readFileSync(new URL('../openapi.json', import.meta.url), 'utf8');
    expect(await answer.json(), 'npm run openapi -w client takes the new one').toEqual(
      JSON.parse(ours),
    );
  });

  it('lists the users of the own tenant', async () => {
    const { data } = await clientOf('acme').GET('/users', { params: { query: { limit: 200 } } });
    expect(data.map((user) => user.email)).toContain('acme-admin@acme.example');
  });

  it('names the tenant by subdomain as well', async () => {
    const client = clientOf('acme', { naming: 'subdomain', fetch: byHost });
    const { data } = await client.GET('/tenants/current');
    expect(data).toMatchObject({ subdomain: 'acme', status: 'active' });
  });

  it('shows anyone the public profile', async () => {
    const { data } = await clientOf('globex', { token: () => undefined }).GET('/tenants/current');
    expect(data).toEqual({
      name: 'Globex',
      subdomain: 'globex',
      branding: { primaryColor: '#1d4ed8' },
    });
  });

  it('refuses another tenant, and the callback is told', async () => {
    const error = await failureOf(clientOf('globex').GET('/users'));
    expect(error).toMatchObject({ code: 'TENANT_ACCESS_DENIED', status: 403 });
    expect(onAccessDenied).toHaveBeenCalledExactlyOnceWith(error);
  });

  it('refuses whoever has no token', async () => {
    const call = clientOf('acme', { token: () => undefined }).GET('/users');
    expect(await failureOf(call)).toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
  });

  it('says what is wrong with invalid input', async () => {
    const call = clientOf('acme').POST('/users', { body: { email: 'nobody', name: '' } });
    expect(await failureOf(call)).toMatchObject({
      code: 'VALIDATION_FAILED',
      status: 400,
      title: 'Request not valid',
      requestId: expect.stringMatching(/./),
      violations: expect.arrayContaining([{ field: 'name', message: 'must not be blank' }]),
    });
  });

  it('makes nothing twice under one key', async () => {
    const key = idempotencyKey();
    const body = newUser();
    const first = await makeUser(key, body);
    const second = await makeUser(key, body);
    expect(second.user.id).toBe(first.user.id);
    const other = clientOf('acme').POST('/users', { params: { header: key }, body: newUser() });
    expect(await failureOf(other)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 422 });
  });

  it('changes only the version that a change is based on', async () => {
    const { user, response } = await makeUser();
    const patch = (version: Response) =>
      clientOf('acme').PATCH('/users/{id}', {
        params: { path: { id: user.id }, header: ifMatch(version) },
        body: { name: `${name} renamed` },
      });
    const changed = await patch(response);
    expect(changed.data.name).toBe(`${name} renamed`);
    expect(await failureOf(patch(response))).toMatchObject({ code: 'PRECONDITION_FAILED' });
  });

  it('has pages', async () => {
    const paged = `${name} paged`;
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) {
      const { user } = await makeUser(idempotencyKey(), { ...newUser(), name: paged });
      ids.push(user.id);
    }
    const found: string[][] = [];
    const read = (start: PageStart) =>
      clientOf('acme').GET('/users', { params: { query: { limit: 1, name: paged, ...start } } });
    for await (const users of pages(read)) {
      found.push(users.map((user) => user.id));
    }
    expect(found).toEqual(ids.map((id) => [id]));
  });

  it("records a platform administrator's reason in the tenant's audit trail", async () => {
    const root = await tokenOf('root');
    const reason = `Störung: 100 % „+“ ${name}`;
    const { response } = await clientOf('acme', { token: () => root, accessReason: () => reason }).GET('/users');
    const entered = { action: 'tenant.entered' } as const;
    // It is written behind the request.
    await vi.waitFor(async () => {
      const { data } = await clientOf('acme').GET('/audit', { params: { query: entered } });
      const entry = data.find(({ requestId }) => requestId === response.headers.get('X-Request-ID'));
      expect(entry?.after).toEqual({ reason });
    }, 5_000);
  });
});
