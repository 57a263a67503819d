import { text } from '../text';

const MOST = 63;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Hosts of the platform itself, and words that are routes where a tenant would stand. */
const RESERVED = new Set(['www', 'api', 'admin', 'console', 'current', 'mine']);

/** What is wrong with a subdomain, as the service would judge it. */
export function subdomainProblem(subdomain: string): string | undefined {
  const { problem } = text.create;
  if (!LABEL.test(subdomain)) {
    return problem.label;
  }
  if (RESERVED.has(subdomain)) {
    return problem.reserved;
  }
  if (subdomain.startsWith('xn--')) {
    return problem.idn;
  }
  return UUID.test(subdomain) ? problem.uuid : undefined;
}

/** Letters that are not a base letter with a mark, and so survive decomposition. */
const LETTERS: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i',
};

/** A subdomain for a name, or nothing where the name has nothing that could be one. */
export function suggestSubdomain(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  const label = plain
    .replaceAll('&', ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^(xn)?-+/, '')
    .slice(0, MOST)
    .replace(/-+$/, '');
  return subdomainProblem(label) === text.create.problem.reserved ? `${label}-tenant` : label;
}
