import { describe, expect, it } from 'vitest';
import { back, forward, pageNumber, START, trailOf } from './trail';

describe('the trail of pages', () => {
  it('goes forward and back the same way', () => {
    const second = forward(START, '');
    const third = forward(second, 'b');
    expect(third.before).toEqual(['', 'b']);
    expect(back(third)).toEqual({ cursor: 'b', trail: second });
    expect(back(second)).toEqual({ cursor: '', trail: START });
    expect(back(START)).toBeUndefined();
  });

  it('counts the pages it knows the way to', () => {
    expect(pageNumber(START, '')).toBe(1);
    expect(pageNumber(forward(START, ''), 'b')).toBe(2);
    expect(pageNumber(START, 'from-a-link')).toBeUndefined();
  });

  it.each([null, undefined, 'x', {}, { before: 'x' }, { before: [1] }])(
    'begins anew where the history entry holds %j',
    (state) => {
      expect(trailOf(state)).toEqual(START);
    },
  );

  it('is read from a history entry', () => {
    expect(trailOf({ before: ['', 'b'] })).toEqual({ before: ['', 'b'] });
  });
});
