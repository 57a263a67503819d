import { useLocation, useSearchParams } from 'react-router';
import { back, forward, pageNumber, START, type Trail, trailOf } from './trail';

export const PAGE_SIZES = [20, 50, 100, 200];
const DEFAULT_SIZE = 20;
const CURSOR = 'cursor';
const SIZE = 'limit';

export interface Paging {
  cursor: string;
  limit: number;
  /** For a request's query: no cursor means the first page. */
  query: { limit: number; cursor?: string };
  number: number | undefined;
  next: (cursor: string) => void;
  previous: (() => void) | undefined;
  first: () => void;
  resize: (limit: number) => void;
}

/** Keeps the page in the address, so that it can be reloaded, sent to others and gone back from. */
export function usePaging(): Paging {
  const [parameters, setParameters] = useSearchParams();
  const trail = trailOf(useLocation().state);
  const cursor = parameters.get(CURSOR) ?? '';
  const limit = sizeOf(parameters.get(SIZE));
  const before = back(trail);

  const go = (to: string, along: Trail, size = limit) =>
    setParameters(
      (now) => {
        to === '' ? now.delete(CURSOR) : now.set(CURSOR, to);
        size === DEFAULT_SIZE ? now.delete(SIZE) : now.set(SIZE, String(size));
        return now;
      },
      { state: along },
    );

  return {
    cursor,
    limit,
    query: { limit, ...(cursor !== '' && { cursor }) },
    number: pageNumber(trail, cursor),
    next: (to) => go(to, forward(trail, cursor)),
    previous: before && (() => go(before.cursor, before.trail)),
    first: () => go('', START),
    resize: (size) => go('', START, size),
  };
}

function sizeOf(parameter: string | null): number {
  return PAGE_SIZES.find((size) => String(size) === parameter) ?? DEFAULT_SIZE;
}
