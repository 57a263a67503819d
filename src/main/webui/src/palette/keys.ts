import { useEffect, useRef } from 'react';
import { isTyping } from '../app/shortcut';

type Opened = 'palette' | 'help';

/** Ctrl-K and Cmd-K for the palette, wherever one types; `?` for the help, unless one types. */
export function usePaletteKeys(isOpen: boolean, open: (what: Opened | undefined) => void): void {
  const latest = useRef({ isOpen, open });
  useEffect(() => {
    latest.current = { isOpen, open };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const now = latest.current;
      if (isPaletteKey(event)) {
        // Browsers have a use of their own for it.
        event.preventDefault();
        if (now.isOpen || !isModalOpen()) {
          now.open(now.isOpen ? undefined : 'palette');
        }
      } else if (event.key === '?' && !event.ctrlKey && !event.metaKey && !isTyping(event.target) && !isModalOpen()) {
        now.open('help');
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isPaletteKey({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): boolean {
  return ctrlKey !== metaKey && !altKey && !shiftKey && key.toLowerCase() === 'k';
}

/** What is open and half filled in stays: going elsewhere from above it would lose it. */
function isModalOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
