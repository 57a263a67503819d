export const copyText = { copy: (what: string) => `Copy ${what}`, done: 'Copied', failed: 'Could not be copied' } as const;

export const pagingText = {
  label: 'Pages',
  previous: 'Previous page',
  next: 'Next page',
  first: 'First page',
  page: (number: number) => `Page ${number}`,
  size: 'Rows per page',
  perPage: (count: number) => `${count} per page`,
} as const;
