/** What tells a version of a resource from others. */
export function etagOf(response: Response): string | undefined {
  return response.headers.get('ETag') ?? undefined;
}

/**
 * Makes a change apply only to the version that it is based on; else it fails with
 * `PRECONDITION_FAILED`.
 *
 * @param version the answer that the resource was read from, or its tag
 */
export function ifMatch(version: Response | string): { 'If-Match': string } {
  const etag = typeof version === 'string' ? version : etagOf(version);
  if (!etag) {
    // Without a tag the change would go through whatever others did meanwhile.
    throw new TypeError('There is no ETag to match');
  }
  // Proxies that compress answers weaken their tags, and the service matches no weak ones.
  return { 'If-Match': etag.replace(/^W\//, '') };
}

/**
 * Makes a repeated POST harmless for a day. Send the same key again to repeat the same request.
 *
 * The platform makes random keys on https and localhost only; elsewhere give one.
 */
export function idempotencyKey(key: string = crypto.randomUUID()): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}

/** Names why a platform administrator enters a tenant. */
export const REASON = 'X-Access-Reason';

/** A text as headers can carry it: percent-encoded UTF-8, with U+FFFD for half a character. */
export function headerText(value: string): string {
  return encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(value)));
}
