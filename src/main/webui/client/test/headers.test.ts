// @vitest-environment node
import { etagOf, idempotencyKey, ifMatch } from '@aegisx/tenancy-client';
import { expect, it } from 'vitest';

const answer = (headers: Record<string, string>) => new Response(null, { headers });

it('finds the tag of an answer', () => {
  expect(etagOf(answer({ ETag: '"7"' }))).toBe('"7"');
  expect(etagOf(answer({}))).toBeUndefined();
});

it('guards a change by an answer or a tag', () => {
  expect(ifMatch(answer({ ETag: '"7"' }))).toEqual({ 'If-Match': '"7"' });
  expect(ifMatch('"7"')).toEqual({ 'If-Match': '"7"' });
});

it('takes a tag that a proxy weakened as the strong one that it was', () => {
  expect(ifMatch('W/"7"')).toEqual({ 'If-Match': '"7"' });
});

it('guards nothing without a tag', () => {
  expect(() => ifMatch(answer({}))).toThrow(TypeError);
  expect(() => ifMatch('')).toThrow(TypeError);
});

it('makes a new idempotency key for each request, or takes one', () => {
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  const one = idempotencyKey()['Idempotency-Key'];
  expect(one).toMatch(uuid);
  expect(idempotencyKey()['Idempotency-Key']).not.toBe(one);
  expect(idempotencyKey('order-7')).toEqual({ 'Idempotency-Key': 'order-7' });
});
