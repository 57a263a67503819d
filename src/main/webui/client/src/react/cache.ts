/** What a page remembers of one tenant. It is forgotten when the tenant changes. */
export class TenantCache {
  readonly #entries = new Map<string, unknown>();
  #ended = false;

  /**
   * The entry of a key, made when there is none. A promise that fails is forgotten, so that
   * whoever asks next tries again. A key is always used for the same type.
   */
  remember<T>(key: string, make: () => T): T {
    if (this.#entries.has(key)) {
      return this.#entries.get(key) as T;
    }
    const made = make();
    if (!this.#ended) {
      this.#entries.set(key, made);
    }
    if (made instanceof Promise) {
      made.catch(() => {
        if (this.#entries.get(key) === made) {
          this.#entries.delete(key);
        }
      });
    }
    return made;
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }

  /** Forgets everything, and from now on remembers nothing: what comes late is the old tenant's. */
  end(): void {
    this.#ended = true;
    this.#entries.clear();
  }
}
