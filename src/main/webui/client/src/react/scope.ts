import { type TenancyClient, type TenancyClientOptions, createTenancyClient } from '../client.js';
import { TenancyError } from '../errors.js';
import { TenantCache } from './cache.js';
import { type QueryClientLike, dropQueries } from './queries.js';

/** How the service is called, for whatever tenant. */
export type ServiceOptions = Omit<TenancyClientOptions, 'tenant' | 'signal'>;

/** All that belongs to one tenant in this page, from entering it until leaving it. */
export class TenantScope {
  readonly cache = new TenantCache();
  readonly #life = new AbortController();
  readonly #service: ServiceOptions;

  /** Why there can be no client: the address names what can be no tenant. */
  readonly problem: TenancyError | undefined;
  readonly #client: TenancyClient | undefined;

  constructor(
    readonly tenant: string | undefined,
    service: ServiceOptions,
  ) {
    this.#service = service;
    try {
      this.#client = this.#clientWith(service.token, service.accessReason);
    } catch (error) {
      if (!(error instanceof TenancyError)) {
        throw error;
      }
      this.problem = error;
    }
  }

  get ended(): boolean {
    return this.#life.signal.aborted;
  }

  /** The tenant's client; its requests end with the scope. What can be no tenant has no client. */
  get client(): TenancyClient {
    if (this.#client === undefined) {
      throw this.problem;
    }
    return this.#client;
  }

  /** A client that is nobody: what it reads is there before anyone signs in. */
  anonymousClient(): TenancyClient {
    return this.#clientWith(() => undefined, undefined);
  }

  end(queries: QueryClientLike | undefined): void {
    this.#life.abort();
    this.cache.end();
    if (queries) {
      dropQueries(queries, this.tenant);
    }
  }

  #clientWith(
    token: ServiceOptions['token'],
    accessReason: ServiceOptions['accessReason'],
  ): TenancyClient {
    const { tenant } = this;
    const { signal } = this.#life;
    return createTenancyClient({ ...this.#service, token, accessReason, tenant, signal });
  }
}
