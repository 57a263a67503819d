import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

const LONGEST_WAIT = 20_000;
const PAUSE = 100;

/** The API of the service behind a console, for what a scenario finds there or leaves behind. */
export class Service {
  #base;
  #tokenEndpoint;
  #tokens = new Map();
  #made = [];

  constructor(base, tokenEndpoint) {
    this.#base = base;
    this.#tokenEndpoint = tokenEndpoint;
  }

  static async at(base) {
    const { issuer } = await document(`${base}/console/config.json`);
    const discovery = await document(`${issuer}/.well-known/openid-configuration`);
    return new Service(base, discovery.token_endpoint);
  }

  /** Sends a request as somebody, who may name a tenant. */
  async send(name, method, path, { tenant, body, headers } = {}) {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${await this.#token(name)}`,
        ...(tenant && { 'X-Tenant-ID': tenant }),
        ...(body && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, json: text === '' ? undefined : JSON.parse(text) };
  }

  /** A new active tenant, with users of these names. It is purged in the end. */
  async tenant(name, { users = [], isolation = 'shared_database', plan = 'pro' } = {}) {
    const run = randomBytes(3).toString('hex');
    const subdomain = `e2e-${name.toLowerCase()}-${run}`;
    const body = { name: `${name} ${run}`, subdomain, plan, isolation };
    const made = await this.send('root', 'POST', '/tenants', { body });
    assert.equal(made.status, 201, made.text);
    this.#made.push(made.json.id);
    for (const user of users) {
      const added = await this.send(`${subdomain}-admin`, 'POST', '/users', {
        tenant: subdomain,
        body: { name: user, email: `${user.toLowerCase()}@${subdomain}.example` },
      });
      assert.equal(added.status, 201, added.text);
    }
    return made.json;
  }

  /** Takes over the purge of what a scenario has made in the browser. */
  purgeLater(id) {
    this.#made.push(id);
  }

  async purge() {
    for (const id of this.#made.splice(0)) {
      await this.send('root', 'DELETE', `/tenants/${id}?purge=true`);
    }
  }

  async #token(name) {
    if (!this.#tokens.has(name)) {
      const body = { grant_type: 'password', client_id: 'aegisx-cli', username: name, password: name };
      const answer = await document(this.#tokenEndpoint, { method: 'POST', body: new URLSearchParams(body) });
      this.#tokens.set(name, answer.access_token);
    }
    return this.#tokens.get(name);
  }
}

/** Asks again and again until the answer is as it is promised to become. */
export async function eventually(ask, isRight) {
  const end = Date.now() + LONGEST_WAIT;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) {
      return answer;
    }
    assert.ok(Date.now() < end, `still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function document(address, options) {
  const response = await fetch(address, options);
  assert.ok(response.ok, `${response.status} from ${address}`);
  return response.json();
}
