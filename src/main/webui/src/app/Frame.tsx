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
        { to: '/tenants', label: text.frame.tenants },
        { to: '/tenants/new', label: text.frame.createTenant },
        { to: '/audit', label: text.audit.title },
      ]
    : [{ to: '/mine', label: text.frame.myTenants }];
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label={text.frame.navigation}>
          <NavList>
            {items.map(({ to, label }) => {
              const active = isActive(pathname, to);
              return (
                <NavItem key={to} isActive={active}>
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

/** Pages of a tenant belong to the list that one gets there from. */
function isActive(pathname: string, to: string): boolean {
  const own = ['/tenants/new', '/audit'].find((each) => pathname.startsWith(each));
  return own === undefined ? to === '/tenants' || to === '/mine' : to === own;
}
