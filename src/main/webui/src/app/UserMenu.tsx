import {
  Dropdown,
  DropdownGroup,
  DropdownItem,
  DropdownList,
  MenuToggle,
  ToolbarItem,
} from '@patternfly/react-core';
import DesktopIcon from '@patternfly/react-icons/dist/esm/icons/desktop-icon';
import MoonIcon from '@patternfly/react-icons/dist/esm/icons/moon-icon';
import SunIcon from '@patternfly/react-icons/dist/esm/icons/sun-icon';
import UserIcon from '@patternfly/react-icons/dist/esm/icons/user-icon';
import { useState } from 'react';
import { useSession } from '../session/Session';
import { text } from '../text';
import { type Theme, THEMES, useTheme } from './theme';

const ICONS = { system: <DesktopIcon />, light: <SunIcon />, dark: <MoonIcon /> };

/** Who is signed in, signing out, and the colours. */
export function UserMenu() {
  return (
    <>
      <ToolbarItem>
        <ThemeMenu />
      </ToolbarItem>
      <ToolbarItem>
        <AccountMenu />
      </ToolbarItem>
    </>
  );
}

function ThemeMenu() {
  const [open, setOpen] = useState(false);
  const [theme, choose] = useTheme();
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_event, value) => {
        choose(value as Theme);
        setOpen(false);
      }}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          aria-label={`${text.frame.theme.label}: ${text.frame.theme[theme]}`}
          icon={ICONS[theme]}
          isExpanded={open}
          onClick={() => setOpen(!open)}
        />
      )}
    >
      <DropdownList>
        {THEMES.map((each) => (
          <DropdownItem key={each} value={each} icon={ICONS[each]} isSelected={each === theme}>
            {text.frame.theme[each]}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
}

function AccountMenu() {
  const [open, setOpen] = useState(false);
  const { identity, signOut } = useSession();
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          icon={<UserIcon />}
          aria-label={text.frame.userMenu(identity.name)}
          isExpanded={open}
          onClick={() => setOpen(!open)}
        >
          <span className="console-account-name">{identity.name}</span>
        </MenuToggle>
      )}
    >
      <DropdownGroup label={identity.roles.join(', ')}>
        <DropdownList>
          <DropdownItem onClick={signOut}>{text.frame.signOut}</DropdownItem>
        </DropdownList>
      </DropdownGroup>
    </Dropdown>
  );
}
