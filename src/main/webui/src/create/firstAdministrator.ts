import { randomKey } from '../api/requestKey';
import { isPerson, NOBODY, type Person, trimmed } from '../users/person';

/** The first user of a tenant that is being made, as long as they are not made. */
export interface Wish extends Person {
  /** Makes it harmless to ask for them again, such as after a reload. */
  key: string;
}

/** Whose wish it is, and in which tenant. The next person to sign in at this tab has none of them. */
export interface WishOf {
  subject: string;
  tenant: string;
}

const keyOf = ({ subject, tenant }: WishOf) => `console-first-administrator:${subject}:${tenant}`;

/** None is right, too. */
export function isReadyPerson(person: Person): boolean {
  return isNobody(person) || isPerson(person);
}

export function isNobody(person: Person): boolean {
  const { email, name } = trimmed(person);
  return email === NOBODY.email && name === NOBODY.name;
}

/** Keeps who is to be made once the tenant is there: in the tab, where a reload finds it. */
export function keepWish(of: WishOf, person: Person): void {
  if (!isNobody(person)) {
    const wish: Wish = { ...trimmed(person), key: randomKey() };
    window.sessionStorage.setItem(keyOf(of), JSON.stringify(wish));
  }
}

export function dropWish(of: WishOf): void {
  window.sessionStorage.removeItem(keyOf(of));
}

/** Reads what is kept, which may be of another console. */
export function wishOf(of: WishOf): Wish | undefined {
  try {
    const value: unknown = JSON.parse(window.sessionStorage.getItem(keyOf(of)) ?? 'null');
    return isWish(value) ? { email: value.email, name: value.name, key: value.key } : undefined;
  } catch {
    return undefined;
  }
}

function isWish(value: unknown): value is Wish {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { email, name, key } = value as Record<string, unknown>;
  return typeof email === 'string' && typeof name === 'string' && typeof key === 'string' && key !== '';
}
