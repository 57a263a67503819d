/** Where the browser is and how it gets elsewhere, without a reload. */
export interface TenantHistory {
  url(): URL;
  /** Goes to an address of the same origin. */
  push(url: URL): void;
  /** Goes to an address of another origin. */
  leave(url: URL): void;
  /** Tells of addresses that were gone to by other means: back, forward, a router. */
  subscribe(listener: () => void): () => void;
}

/** The browser's own history, for applications without a router. */
export function browserHistory(view: Window = window): TenantHistory {
  return {
    url: () => new URL(view.location.href),
    push: (url) => view.history.pushState(null, '', url.href),
    leave: (url) => view.location.assign(url.href),
    subscribe(listener) {
      view.addEventListener('popstate', listener);
      return () => view.removeEventListener('popstate', listener);
    },
  };
}

/** What is used of a router; the one that React Router's `createBrowserRouter` makes fits. */
export interface Router {
  readonly basename?: string | undefined;
  navigate(to: string): unknown;
  subscribe(listener: () => void): () => void;
}

/**
 * The history of a router. A router changes the address without an event that others could hear, so
 * it has to be asked.
 */
export function routerHistory(router: Router, view: Window = window): TenantHistory {
  const base = (router.basename ?? '').replace(/\/$/, '');
  return {
    ...browserHistory(view),
    push(url) {
      const path = url.pathname.startsWith(`${base}/`)
        ? url.pathname.slice(base.length)
        : url.pathname;
      router.navigate(path + url.search + url.hash);
    },
    subscribe: (listener) => router.subscribe(listener),
  };
}
