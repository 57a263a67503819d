import createFetchClient, { type Middleware } from 'openapi-fetch';
import { type TenancyError, networkError } from './errors.js';
import { type Send, failing, until } from './exchange.js';
import { REASON, headerText } from './headers.js';
import type { TenancyMethods, Verb } from './methods.js';
import { type Naming, baseUrlOf, nameTenant } from './naming.js';
import type { paths } from './schema.js';

export interface TenancyClientOptions {
  /** Where the service is. With `naming: 'subdomain'` its host is the base domain. */
  baseUrl: string;
  /** The tenant of all requests, by subdomain (with `naming: 'header'` also by id); or none. */
  tenant?: string | undefined;
  naming: Naming;
  /** Asked before each request. What it throws is the caller's, and is passed on as it is. */
  token: () => string | undefined | Promise<string | undefined>;
  /**
   * Why the tenant is entered, for a platform administrator: asked before each request, and recorded in
   * the tenant's audit trail. 1 to 200 characters; nothing is sent for none.
   */
  accessReason?: ((tenant: string | undefined) => string | undefined) | undefined;
  /** Told when the token is another tenant's. The call fails all the same. */
  onAccessDenied?: ((problem: TenancyError) => void) | undefined;
  fetch?: Send | undefined;
  /** Ends all requests of this client, those under way and those to come. */
  signal?: AbortSignal | undefined;
}

/** Calls for one tenant. Each is answered, or fails with a `TenancyError`. */
export interface TenancyClient extends TenancyMethods {
  readonly tenant: string | undefined;
  /** Where the requests go. */
  readonly baseUrl: string;
}

interface CallOptions {
  signal?: AbortSignal | null;
  fetch?: Send;
}

type Answer = Promise<{ data?: unknown; response: Response }>;

/**
 * Makes a client for one tenant, or for none.
 *
 * @throws TenancyError `TENANT_INVALID` if the tenant cannot be named at this address
 */
export function createTenancyClient(options: TenancyClientOptions): TenancyClient {
  const { tenant, naming } = options;
  const baseUrl = baseUrlOf(options.baseUrl, naming, tenant);
  // An answer depends on tenant and token, and HTTP caches do not know that: a tag of one tenant's
  // resource may match another's at the same address.
  const api = createFetchClient<paths>({ baseUrl, cache: 'no-store' });
  api.use(
    tenantNamed(naming, tenant),
    bearer(options.token),
    reasoned(tenant, options.accessReason),
    mergePatch,
  );
  // Typed by address outside; inside, all are the same.
  const request = api.request as unknown as (verb: Verb, path: string, init: CallOptions) => Answer;

  const call = (verb: Verb, path: string, init: CallOptions = {}): Answer =>
    until([options.signal, init.signal], async (signal) => {
      const sender = init.fetch ?? options.fetch ?? platformFetch;
      const send = failing(sender, signal, options.onAccessDenied);
      let answered = false;
      const fetch: Send = async (sent) => {
        const response = await send(sent);
        answered = true;
        return response;
      };
      try {
        return await request(verb, path, { ...init, fetch, signal });
      } catch (cause) {
        // After the answer has begun, only its body can fail: it broke off, or is no JSON.
        throw answered ? networkError(cause) : cause;
      }
    });

  const method = (verb: Verb) => (path: string, init?: CallOptions) => call(verb, path, init);
  const methods = {
    GET: method('get'),
    PUT: method('put'),
    POST: method('post'),
    PATCH: method('patch'),
    DELETE: method('delete'),
  };
  return { ...(methods as unknown as TenancyMethods), tenant, baseUrl };
}

/** Looked up at each call: whoever instruments the platform's fetch later is not passed by. */
const platformFetch: Send = (request) => globalThis.fetch(request);

function tenantNamed(naming: Naming, tenant: string | undefined): Middleware {
  return { onRequest: ({ request }) => nameTenant(request, naming, tenant) };
}

function bearer(token: TenancyClientOptions['token']): Middleware {
  return {
    async onRequest({ request }) {
      const value = request.headers.has('Authorization') ? undefined : await token();
      if (value !== undefined) {
        request.headers.set('Authorization', `Bearer ${value}`);
      }
    },
  };
}

function reasoned(
  tenant: string | undefined,
  reason: TenancyClientOptions['accessReason'],
): Middleware {
  return {
    onRequest({ request }) {
      const value = request.headers.has(REASON) ? undefined : reason?.(tenant);
      if (value) {
        request.headers.set(REASON, headerText(value));
      }
    },
  };
}

/** The service takes patches as what they are, and nothing else as a patch. */
const mergePatch: Middleware = {
  onRequest({ request }) {
    if (request.method === 'PATCH') {
      request.headers.set('Content-Type', 'application/merge-patch+json');
    }
  },
};
