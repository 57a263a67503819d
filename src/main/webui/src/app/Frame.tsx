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
      ]
    : [{ to: '/mine', label: text.frame.myTenants }];
  const creating = pathname.startsWith('/tenants/new');
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label={text.frame.navigation}>
          <NavList>
            {items.map(({ to, label }) => {
              const active = to === '/tenants/new' ? creating : !creating;
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
