export type ChangeKind = 'added' | 'removed' | 'changed';

export interface Difference {
  /** Where the value is, such as `settings.features[0]`; empty for the whole. */
  path: string;
  kind: ChangeKind;
  before?: unknown;
  after?: unknown;
}

/** What became of a value, field by field. What is not there is undefined. */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (before === undefined && after === undefined) {
    return [];
  }
  const fields = fieldsOf(before, after);
  if (fields) {
    return fields.flatMap((name) => differences(at(before, name), at(after, name), step(path, name, before ?? after)));
  }
  if (before === undefined) {
    return [{ path, kind: 'added', after }];
  }
  if (after === undefined) {
    return [{ path, kind: 'removed', before }];
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, kind: 'changed', before, after }];
}

/** The fields of both, if they can be compared field by field: two objects, or one and nothing. */
function fieldsOf(before: unknown, after: unknown): string[] | undefined {
  const present = [before, after].filter((value) => value !== undefined);
  const alike = present.every(isObject) || present.every(Array.isArray);
  const names = new Set(alike ? present.flatMap((value) => Object.keys(value as object)) : []);
  return names.size > 0 ? [...names] : undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(value: unknown, name: string): unknown {
  return value === undefined ? undefined : (value as Record<string, unknown>)[name];
}

function step(path: string, name: string, of: unknown): string {
  if (Array.isArray(of)) {
    return `${path}[${name}]`;
  }
  return path === '' ? name : `${path}.${name}`;
}
