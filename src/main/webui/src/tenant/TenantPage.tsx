import { useTenant } from '@aegisx/tenancy-client/react';
import { Breadcrumb, BreadcrumbItem, Nav, NavItem, NavList, PageSection, Skeleton } from '@patternfly/react-core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, NavLink, useLocation, useNavigate, useParams } from 'react-router';
import { AccessBanner } from '../access/AccessBanner';
import { AccessGate } from '../access/AccessGate';
import { isPassing } from '../api/problems';
import { PageHeading } from '../app/PageHeading';
import { Forbidden, ProblemState } from '../parts/ProblemState';
import { StaleAlert } from '../parts/StaleAlert';
import { StatusLabel } from '../parts/StatusLabel';
import { isSuperAdmin } from '../session/identity';
import { useSession } from '../session/Session';
import { text } from '../text';
import { AuditTab } from './AuditTab';
import { BrandingTab } from './BrandingTab';
import { DangerTab } from './DangerTab';
import { DatabaseTab } from './database/DatabaseTab';
import { IdentityTab } from './identity/IdentityTab';
import { KeysTab } from './keys/KeysTab';
import { OverviewTab } from './OverviewTab';
import { useTenantById, type VersionedTenant } from './queries';
import { SettingsTab } from './settings/SettingsTab';
import { type TabName, tabsFor } from './tabs';
import { UsageTab } from './UsageTab';
import { UsersTab } from './UsersTab';

const TAB: Record<TabName, (found: VersionedTenant) => ReactNode> = {
  overview: ({ tenant }) => <OverviewTab tenant={tenant} />,
  // Made anew for another tenant; a new version of the same one leaves what is being edited alone.
  branding: (found) => <BrandingTab key={found.tenant.id} found={found} />,
  settings: (found) => <SettingsTab key={found.tenant.id} found={found} />,
  users: ({ tenant }) => <UsersTab id={tenant.id} />,
  usage: ({ tenant }) => <UsageTab id={tenant.id} />,
  identity: ({ tenant }) => <IdentityTab id={tenant.id} />,
  keys: ({ tenant }) => <KeysTab id={tenant.id} />,
  database: ({ tenant }) => <DatabaseTab id={tenant.id} />,
  audit: ({ tenant }) => <AuditTab id={tenant.id} />,
  danger: (found) => <DangerTab found={found} />,
};

export function TenantPage() {
  const { id = '', tab = 'overview' } = useParams();
  const { identity } = useSession();
  // The tenant changes at once, and the page a moment later. Meanwhile nothing may be asked for: it would be
  // asked of the new tenant, without a reason to enter that, and be kept as what the old one has.
  const isHere = useTenant().subdomain === id;
  const { data, error, refetch } = useTenantById(id, isHere);
  // A look that failed takes nothing away, least of all what is being entered.
  const lost = error && !(data && isPassing(error));
  const list = isSuperAdmin(identity)
    ? { to: '/tenants', label: text.frame.tenants }
    : { to: '/mine', label: text.frame.myTenants };
  const isNamed = useOneName(data?.tenant.id);
  if (!isHere || !isNamed) {
    return null;
  }
  const name = data?.tenant.name ?? (error ? list.label : text.state.loading);
  return (
    <>
      {data && <AccessBanner id={id} name={name} />}
      <PageHeading
        title={name}
        focusKey={id}
        aside={data && <StatusLabel status={data.tenant.status} />}
        breadcrumb={
          <Breadcrumb aria-label={text.tenant.breadcrumb}>
            <BreadcrumbItem render={({ className }) => <Link to={list.to} className={className}>{list.label}</Link>} />
            <BreadcrumbItem isActive>{name}</BreadcrumbItem>
          </Breadcrumb>
        }
      />
      {lost ? (
        <PageSection hasBodyWrapper={false}>
          <ProblemState error={error} onRetry={() => void refetch()} />
        </PageSection>
      ) : (
        <Tabs id={id} tab={tab} found={data} error={error} />
      )}
    </>
  );
}

interface TabsProps {
  id: string;
  tab: string;
  found: VersionedTenant | undefined;
  /** Why what is shown may not be up to date. */
  error: unknown;
}

function Tabs({ id, tab, found, error }: TabsProps) {
  const { identity } = useSession();
  const tabs = tabsFor(identity);
  const active = tabs.find((each) => each === tab);
  return (
    <>
      {error != null && (
        <PageSection hasBodyWrapper={false}>
          <StaleAlert error={error} />
        </PageSection>
      )}
      <TabBar id={id} tabs={tabs} active={active} />
      <PageSection hasBodyWrapper={false} isFilled>
        {!active ? (
          <Forbidden />
        ) : found ? (
          <AccessGate key={`${id} ${active}`} id={id} name={found.tenant.name} tab={active}>
            {TAB[active](found)}
          </AccessGate>
        ) : (
          <Skeleton height="10rem" screenreaderText={text.state.loading} />
        )}
      </PageSection>
    </>
  );
}

/** Goes on to the address by the id. Under the subdomain, too, a tenant would be cached and entered as two. */
function useOneName(known: string | undefined): boolean {
  const { id, tab } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const other = known !== undefined && known !== id ? known : undefined;
  useEffect(() => {
    if (other !== undefined) {
      void navigate(`${urlOf(other, tab)}${search}`, { replace: true });
    }
  }, [other]);
  return other === undefined;
}

function urlOf(id: string, tab: string | undefined): string {
  return tab === undefined ? `/tenants/${id}` : `/tenants/${id}/${tab}`;
}

/** Links rather than the roles of tabs: each is an address, can be opened elsewhere and gone back from. */
function TabBar(props: { id: string; tabs: readonly TabName[]; active: TabName | undefined }) {
  const { id, tabs, active } = props;
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where there is no room for all of them, the one that is shown may be out of sight.
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [active]);
  return (
    <PageSection hasBodyWrapper={false} type="subnav">
      <div ref={bar}>
        <Nav variant="horizontal-subnav" aria-label={text.tenant.tabsLabel}>
          <NavList>
            {tabs.map((tab) => (
              <NavItem key={tab} isActive={tab === active}>
                <NavLink to={urlOf(id, tab)} aria-current={tab === active ? 'page' : undefined}>
                  {text.tenant.tabs[tab]}
                </NavLink>
              </NavItem>
            ))}
          </NavList>
        </Nav>
      </div>
    </PageSection>
  );
}
