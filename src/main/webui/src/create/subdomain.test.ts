import { describe, expect, it } from 'vitest';
import { text } from '../text';
import { subdomainProblem, suggestSubdomain } from './subdomain';

describe('a suggested subdomain', () => {
  it.each([
    ['Acme Corporation', 'acme-corporation'],
    ['  Müller & Söhne  ', 'muller-and-sohne'],
    ['Straße 7', 'strasse-7'],
    ['Bob’s Bikes', 'bobs-bikes'],
    ['Łódź Æther', 'lodz-aether'],
    ['ＷＩＤＥ', 'wide'],
    ['--a--b--', 'a-b'],
    ['XN--abc', 'abc'],
    ['Console', 'console-tenant'],
    ['株式会社', ''],
    ['', ''],
  ])('for %j is %j', (name, expected) => {
    expect(suggestSubdomain(name)).toBe(expected);
  });

  it('is never too long, nor ends with the hyphen that it was cut at', () => {
    const suggested = suggestSubdomain(`${'a'.repeat(62)} b`);
    expect(suggested).toBe('a'.repeat(62));
    expect(suggestSubdomain('b'.repeat(200))).toHaveLength(63);
  });
});

describe('a subdomain', () => {
  const { problem } = text.create;
  it.each([
    ['acme', undefined],
    ['a', undefined],
    ['7', undefined],
    ['a'.repeat(63), undefined],
    ['a'.repeat(64), problem.label],
    ['', problem.label],
    ['-a', problem.label],
    ['a-', problem.label],
    ['A', problem.label],
    ['a.b', problem.label],
    ['acme\n', problem.label],
    ['www', problem.reserved],
    ['mine', problem.reserved],
    ['xn--mller-kva', problem.idn],
    ['01a21279-e75c-719d-9ebc-169d53933a4c', problem.uuid],
  ])('%j has the problem %j', (subdomain, expected) => {
    expect(subdomainProblem(subdomain)).toBe(expected);
  });
});
