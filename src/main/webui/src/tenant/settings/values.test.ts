import { describe, expect, it } from 'vitest';
import { convert, isKey, read, shortOf } from './values';

describe('a value of a setting', () => {
  it('is the text itself, or what the JSON says', () => {
    expect(read('text', '')).toEqual({ value: '' });
    expect(read('text', '{"a":1}')).toEqual({ value: '{"a":1}' });
    expect(read('json', ' {"a": [1, null]} ')).toEqual({ value: { a: [1, null] } });
  });

  it.each(['', '{', 'abc', "{'a': 1}", '12345678901234567890', '{"a": [9007199254740993]}'])(
    'is not made of what is no JSON, or would become another: %s',
    (entered) => {
      expect(read('json', entered).fault).toBeTypeOf('string');
    },
  );

  it('stays the same when it is edited the other way', () => {
    expect(convert('a "b"', 'json')).toBe('"a \\"b\\""');
    expect(convert('"a \\"b\\""', 'text')).toBe('a "b"');
    expect(convert('{"a": 1', 'text')).toBe('{"a": 1');
  });

  it('is cut where it is long', () => {
    expect(shortOf('x'.repeat(500))).toHaveLength(161);
  });
});

it.each([['a', true], ['A.b_c-1', true], ['', false], ['.a', false], ['a b', false], ['a'.repeat(129), false]])(
  'takes %j as a key: %s',
  (key, expected) => {
    expect(isKey(key)).toBe(expected);
  },
);
