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
} from '@patternfly/react-core';
import { NavLink, Outlet, useLocation } from 'react-router';
import { isSuperAdmin } from '../session/identity';
import { useSession } from '../session/Session';
import { text } from '../text';
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
        <UserMenu />
      </MastheadContent>
    </Masthead>
  );
}

function Side() {
  const { identity } = useSession();
  const { pathname } = useLocation();
  const items = isSuperAdmin(identity)
    ? [
        { to: '/', label: text.dashboard.title },
        { to: '/tenants', label: text.frame.tenants },
        { to: '/tenants/new', label: text.frame.createTenant },
        { to: '/audit', label: text.audit.title },
        { to: '/migrations', label: text.migrations.title },
        { to: '/isolation', label: text.isolationReport.title },
      ]
    : [{ to: '/mine', label: text.frame.myTenants }];
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
