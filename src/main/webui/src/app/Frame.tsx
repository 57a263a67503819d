import {
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  Nav,
  NavItem,
  NavList,
  Page,
  PageSidebar,
  PageSidebarBody,
  PageToggleButton,
  SkipToContent,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { NavLink, Outlet, useLocation } from 'react-router';
import { PaletteButton } from '../palette/PaletteButton';
import { useSession } from '../session/Session';
import { TenantSwitcher } from '../switching/TenantSwitcher';
import { text } from '../text';
import './masthead.css';
import { pagesFor } from './navigation';
import { useSearchShortcut } from './shortcut';
import { UserMenu } from './UserMenu';

const MAIN = 'main';

/** What is around every page. */
export function Frame() {
  useSearchShortcut();
  return (
    <Page
      isManagedSidebar
      isContentFilled
      masthead={<Top />}
      sidebar={<Side />}
      mainContainerId={MAIN}
      skipToContent={<SkipToContent href={`#${MAIN}`}>{text.frame.skip}</SkipToContent>}
    >
      <Outlet />
    </Page>
  );
}

function Top() {
  return (
    <Masthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton isHamburgerButton aria-label={text.frame.toggleNavigation} />
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo
            component={(props: object) => (
              <NavLink {...props} to="/" className="console-brand">
                <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" />
                {text.brand}
              </NavLink>
            )}
          />
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <TopTools />
      </MastheadContent>
    </Masthead>
  );
}

function TopTools() {
  return (
    <Toolbar isFullHeight className="console-top">
      <ToolbarContent>
        <ToolbarItem>
          <TenantSwitcher />
        </ToolbarItem>
        <ToolbarItem align={{ default: 'alignEnd' }}>
          <PaletteButton />
        </ToolbarItem>
        <UserMenu />
      </ToolbarContent>
    </Toolbar>
  );
}

function Side() {
  const { identity } = useSession();
  const { pathname } = useLocation();
  const items = pagesFor(identity);
  const active = activeOf(items.map(({ to }) => to), pathname);
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label={text.frame.navigation}>
          <NavList>
            {items.map(({ to, label }) => {
              return (
                <NavItem key={to} isActive={to === active}>
                  <NavLink to={to} end>
                    {label}
                  </NavLink>
                </NavItem>
              );
            })}
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
}

/** The entry that a page is below: the nearest, or for a tenant's page that of people who have but one list. */
function activeOf(entries: readonly string[], pathname: string): string | undefined {
  if (entries.length === 1) {
    return entries[0];
  }
  const above = entries.filter((to) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)));
  return above.sort((a, b) => b.length - a.length)[0];
}
