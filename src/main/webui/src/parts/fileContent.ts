const FOLD = 1_048_576;

/**
 * The content of a file that is made piece by piece. What has come so far is handed to the browser,
 * which keeps large content on the disk rather than in the page's memory.
 */
export class FileContent {
  readonly #type: string;
  #whole: Blob[] = [];
  #pieces: BlobPart[] = [];
  #waiting = 0;
  #size = 0;

  constructor(type: string) {
    this.#type = type;
  }

  get size(): number {
    return this.#size;
  }

  add(piece: string | Uint8Array<ArrayBuffer>): void {
    const size = typeof piece === 'string' ? piece.length : piece.byteLength;
    this.#pieces.push(piece);
    this.#waiting += size;
    this.#size += size;
    if (this.#waiting >= FOLD) {
      this.#fold();
    }
  }

  blob(): Blob {
    this.#fold();
    return new Blob(this.#whole, { type: this.#type });
  }

  #fold(): void {
    this.#whole.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#waiting = 0;
  }
}

/** Part of a file's name: 2026-01-31T12-00-00Z, as colons may not be in one. */
export function fileTime(at: Date): string {
  return at.toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
}
