/** What is entered of a user. */
export interface Person {
  email: string;
  name: string;
}

export const NOBODY: Person = { email: '', name: '' };

const LONGEST_EMAIL = 254;
const LONGEST_LOCAL = 64;
const LONGEST_NAME = 200;
/** What people take for an address. The service looks closer. */
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$/;

export type PersonProblem = 'required' | 'badEmail' | 'tooLongEmail' | 'tooLongName';

export function emailProblem(email: string): PersonProblem | undefined {
  const value = email.trim();
  if (value === '') {
    return 'required';
  }
  if (value.length > LONGEST_EMAIL) {
    return 'tooLongEmail';
  }
  return EMAIL.test(value) && value.indexOf('@') <= LONGEST_LOCAL ? undefined : 'badEmail';
}

export function personNameProblem(name: string): PersonProblem | undefined {
  if (name.trim() === '') {
    return 'required';
  }
  return name.trim().length > LONGEST_NAME ? 'tooLongName' : undefined;
}

export function personProblems(person: Person) {
  return { email: emailProblem(person.email), name: personNameProblem(person.name) };
}

export function isPerson(person: Person): boolean {
  const { email, name } = personProblems(person);
  return email === undefined && name === undefined;
}

/** What is sent. */
export function trimmed({ email, name }: Person): Person {
  return { email: email.trim(), name: name.trim() };
}
