import { useSearchParams } from 'react-router';

/** What the service puts tenants in the order of, among what the list shows. */
export const SORTABLE = ['name', 'subdomain', 'createdAt', 'updatedAt'] as const;
export type Sortable = (typeof SORTABLE)[number];

/** With a minus sign in front: the other way round. */
export type Sort = Sortable | `-${Sortable}`;

export const SORTS: readonly Sort[] = SORTABLE.flatMap((field): Sort[] => [field, `-${field}`]);

export interface SortControl {
  sort: Sort | undefined;
  set: (sort: Sort | undefined) => void;
}

export function sortOf(parameters: URLSearchParams): Sort | undefined {
  const sort = parameters.get('sort');
  return SORTS.find((each) => each === sort);
}

export function isSortable(column: string): column is Sortable {
  return SORTABLE.some((each) => each === column);
}

/** The column that is sorted by, and which way. */
export function directionOf(sort: Sort | undefined, column: Sortable): 'asc' | 'desc' | undefined {
  return sort === column ? 'asc' : sort === `-${column}` ? 'desc' : undefined;
}

/** The order lives in the address, as the filters do. */
export function useSort(): SortControl {
  const [parameters, setParameters] = useSearchParams();
  return {
    sort: sortOf(parameters),
    set: (sort) =>
      setParameters((now) => {
        sort ? now.set('sort', sort) : now.delete('sort');
        // A cursor is a place in the list as it was before.
        now.delete('cursor');
        return now;
      }),
  };
}
