import { SearchInput } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { SEARCH_FIELD } from '../app/shortcut';
import { text } from '../text';

/** The name that users are searched by, in the address. */
export function useNameFilter(): [string, (name: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const set = (name: string) =>
    setParameters((now) => {
      name ? now.set('name', name) : now.delete('name');
      // A cursor is a place in the list as it was before.
      now.delete('cursor');
      return now;
    });
  return [parameters.get('name')?.trim() ?? '', set];
}

/** Searched when it is asked for: part of a name finds nobody. */
export function NameSearch({ name, onSearch }: { name: string; onSearch: (name: string) => void }) {
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  return (
    <SearchInput
      searchInputId={SEARCH_FIELD}
      aria-label={text.users.search}
      placeholder={text.users.searchHint}
      value={typed}
      onChange={(_event, value) => setTyped(value)}
      onSearch={(_event, value) => onSearch(value.trim())}
      onClear={() => {
        setTyped('');
        onSearch('');
      }}
    />
  );
}
