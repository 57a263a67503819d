import { Button } from '@patternfly/react-core';
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { useState } from 'react';
import { text } from '../text';
import { usePaletteKeys } from './keys';
import { Palette } from './Palette';
import { ShortcutHelp } from './ShortcutHelp';

const KEYS = /Mac|iPhone|iPad/.test(navigator.userAgent) ? text.palette.macKeys : text.palette.keys;

/** Opens the palette, as Ctrl-K and Cmd-K do. */
export function PaletteButton() {
  const [open, setOpen] = useState<'palette' | 'help'>();
  const close = () => setOpen(undefined);
  usePaletteKeys(open !== undefined, setOpen);
  return (
    <>
      <Button
        variant="secondary"
        icon={<SearchIcon />}
        className="console-palette-button"
        // All that is to be seen, also where there is no room to show it.
        aria-label={text.palette.openBy(KEYS)}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onClick={() => setOpen('palette')}
      >
        <span className="console-palette-words">{text.palette.open}</span>{' '}
        <kbd className="console-palette-words">{KEYS}</kbd>
      </Button>
      {open === 'palette' && <Palette onClose={close} onHelp={() => setOpen('help')} />}
      {open === 'help' && <ShortcutHelp onClose={close} />}
    </>
  );
}
