import { useEffect } from 'react';

/** Marks the field that `/` goes to. */
export const SEARCH_FIELD = 'console-search';

/** `/` goes to the page's search field, unless it is being typed somewhere. */
export function useSearchShortcut(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      const field = document.getElementById(SEARCH_FIELD);
      if (field && !isTyping(event.target)) {
        event.preventDefault();
        field.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="dialog"] *'))
  );
}
