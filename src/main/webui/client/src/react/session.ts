import { TenancyError, networkError } from '../errors.js';
import { requireTenantName } from '../naming.js';
import { type TenantHistory, browserHistory } from './history.js';
import { type TenantLocation, pathLocation } from './location.js';
import { type Tenant, readTenant } from './profile.js';
import type { QueryClientLike } from './queries.js';
import { type ServiceOptions, TenantScope } from './scope.js';

export interface TenantSettings extends ServiceOptions {
  /** How addresses name tenants; by path unless told otherwise. */
  location?: TenantLocation | undefined;
  /** How addresses are read and changed; the browser's history unless told otherwise. */
  history?: TenantHistory | undefined;
  /** Its queries with a `tenantKey` go when their tenant does. */
  queryClient?: QueryClientLike | undefined;
  /** Told after the old tenant's requests and caches are gone. */
  onTenantChange?: ((change: TenantChange) => void) | undefined;
}

export interface TenantChange {
  from: string | undefined;
  to: string | undefined;
}

export interface TenantState {
  /** What the address names as the tenant, whether there is one or not. */
  readonly subdomain: string | undefined;
  /** The tenant, once it is known. */
  readonly tenant: Tenant | undefined;
  readonly isLoading: boolean;
  readonly error: TenancyError | undefined;
  readonly scope: TenantScope;
}

/** Follows the address: enters the tenant that it names, and leaves the one before. */
export class TenantSession {
  readonly #location: TenantLocation;
  readonly #history: TenantHistory;
  readonly #listeners = new Set<() => void>();
  #settings: TenantSettings;
  #state: TenantState;
  #stop: (() => void) | undefined;
  #loads = 0;

  /** Makes a session that does nothing yet: it may be made in vain. */
  constructor(settings: TenantSettings) {
    this.#settings = settings;
    this.#location = settings.location ?? pathLocation();
    this.#history = settings.history ?? browserHistory();
    this.#state = this.#entering(this.#location.tenantOf(this.#history.url()));
  }

  readonly state = (): TenantState => this.#state;

  /** Takes the latest callbacks. Where the service is counts from the next tenant on. */
  configure(settings: TenantSettings): void {
    this.#settings = settings;
  }

  /** Follows the address as long as anyone listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#start();
    return () => {
      this.#listeners.delete(listener);
      // React may only be about to subscribe again, as in strict mode.
      queueMicrotask(() => this.#endIfUnheard());
    };
  };

  /** Goes to another tenant, or to none, at its first page. The page is not loaded again. */
  readonly switchTenant = (tenant: string | undefined): void => {
    if (tenant !== undefined) {
      requireTenantName(tenant);
    }
    const here = this.#history.url();
    if (tenant === this.#location.tenantOf(here)) {
      return;
    }
    const there = this.#location.addressOf(tenant, here);
    if (there.origin !== here.origin) {
      this.#history.leave(there);
      return;
    }
    this.#history.push(there);
    this.#follow();
  };

  /** Asks for the tenant again, such as after an error. */
  readonly reload = (): void => {
    this.#become({ ...this.#state, isLoading: this.#isNamed(), error: this.#state.scope.problem });
    void this.#load();
  };

  #start(): void {
    if (this.#stop) {
      return;
    }
    this.#stop = this.#history.subscribe(() => this.#follow());
    const missed = this.#follow();
    if (!missed) {
      void this.#load();
    }
  }

  #endIfUnheard(): void {
    if (this.#listeners.size === 0 && this.#stop) {
      this.#stop();
      this.#stop = undefined;
      this.#state.scope.end(this.#settings.queryClient);
    }
  }

  /** Enters the tenant that the address names, if that is another one. */
  #follow(): boolean {
    const { scope: old } = this.#state;
    const tenant = this.#location.tenantOf(this.#history.url());
    if (tenant === old.tenant && !old.ended) {
      return false;
    }
    const entered = this.#entering(tenant);
    old.end(this.#settings.queryClient);
    this.#become(entered);
    void this.#load();
    if (tenant !== old.tenant) {
      this.#settings.onTenantChange?.({ from: old.tenant, to: tenant });
    }
    return true;
  }

  #entering(subdomain: string | undefined): TenantState {
    const { baseUrl, naming, fetch } = this.#settings;
    const scope = new TenantScope(subdomain, {
      baseUrl,
      naming,
      fetch,
      token: () => this.#settings.token(),
      accessReason: (of) => this.#settings.accessReason?.(of),
      onAccessDenied: (problem) => this.#settings.onAccessDenied?.(problem),
    });
    const isLoading = subdomain !== undefined && !scope.problem;
    return { subdomain, tenant: undefined, isLoading, error: scope.problem, scope };
  }

  #isNamed(): boolean {
    return this.#state.subdomain !== undefined && !this.#state.scope.problem;
  }

  async #load(): Promise<void> {
    if (!this.#isNamed()) {
      return;
    }
    const { scope } = this.#state;
    const load = ++this.#loads;
    let outcome: Partial<TenantState>;
    try {
      const tenant = await readTenant(scope.anonymousClient(), this.#history.url());
      outcome = { tenant, error: undefined };
    } catch (cause) {
      outcome = { error: cause instanceof TenancyError ? cause : networkError(cause) };
    }
    // An answer about the old tenant, or to an earlier question, comes too late.
    if (load === this.#loads && !scope.ended) {
      this.#become({ ...this.#state, ...outcome, isLoading: false });
    }
  }

  #become(state: TenantState): void {
    this.#state = state;
    this.#listeners.forEach((listener) => listener());
  }
}
