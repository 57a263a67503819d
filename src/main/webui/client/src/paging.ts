/** Where a page begins; nothing for the first. */
export interface PageStart {
  cursor?: string;
}

/** A page of a collection, as a client answers it. */
export interface PageAnswer<Items> {
  data: Items;
  response: Response;
}

/**
 * Goes through the pages of a collection:
 *
 * ```ts
 * const read = (start: PageStart) => client.GET('/users', { params: { query: { ...start } } });
 * for await (const users of pages(read)) { … }
 * ```
 *
 * A page is read when it is asked for; whoever stops early has read no further.
 */
export async function* pages<Items>(
  read: (start: PageStart) => Promise<PageAnswer<Items>>,
): AsyncGenerator<Items, void, undefined> {
  let start: PageStart | undefined = {};
  while (start) {
    const { data, response }: PageAnswer<Items> = await read(start);
    yield data;
    const cursor = nextCursor(response);
    if (cursor !== undefined && cursor === start.cursor) {
      throw new Error('The next page begins where this one does');
    }
    start = cursor === undefined ? undefined : { cursor };
  }
}

/**
 * The cursor of the next page, if there is one.
 *
 * Only the cursor is taken from the link. Its host is what the service believes to be called, which
 * behind a proxy is not what its clients call; nor should a token follow a link to anywhere.
 */
export function nextCursor(response: Response): string | undefined {
  const link = nextLink(response.headers.get('Link') ?? '');
  if (link === undefined) {
    return undefined;
  }
  const cursor = new URL(link, 'http://relative.invalid').searchParams.get('cursor');
  if (cursor === null) {
    // Ending here would pass off a part as the whole.
    throw new Error('The link to the next page has no cursor');
  }
  return cursor;
}

const LINK = /<([^>]*)>((?:\s*;\s*[^\s=;,]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]*))?)*)/g;
const PARAMETER = /;\s*([^\s=;,]+)\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/g;

/** Finds `rel="next"` in a Link header (RFC 8288), which may hold several links. */
function nextLink(header: string): string | undefined {
  for (const [, target, parameters = ''] of header.matchAll(LINK)) {
    for (const [, name, quoted, token] of parameters.matchAll(PARAMETER)) {
      const relations = (quoted ?? token ?? '').toLowerCase().split(/\s+/);
      if (name?.toLowerCase() === 'rel' && relations.includes('next')) {
        return target;
      }
    }
  }
  return undefined;
}
