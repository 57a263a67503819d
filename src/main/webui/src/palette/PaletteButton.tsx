import { Button } from '@patternfly/react-core';
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { useEffect, useState } from 'react';
import { text } from '../text';
import { Palette } from './Palette';

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the palette, as Ctrl-K and Cmd-K do. */
export function PaletteButton() {
  const [open, setOpen] = useState(false);
  usePaletteKey(() => setOpen((now) => !now && !isModalOpen()));
  return (
    <>
      <Button
        variant="secondary"
        icon={<SearchIcon />}
        className="console-palette-button"
        aria-label={text.palette.open}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span className="console-palette-words">{text.palette.open}</span>
        <kbd className="console-palette-words">{MAC ? text.palette.macKeys : text.palette.keys}</kbd>
      </Button>
      {open && <Palette onClose={() => setOpen(false)} />}
    </>
  );
}

/** What is open and half filled in stays: going elsewhere from above it would lose it. */
function isModalOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

function usePaletteKey(onPress: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, shiftKey, key } = event;
      if (ctrlKey === metaKey || altKey || shiftKey || key.toLowerCase() !== 'k') {
        return;
      }
      // Browsers have a use of their own for it.
      event.preventDefault();
      onPress();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
