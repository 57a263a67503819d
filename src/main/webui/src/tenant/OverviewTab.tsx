import {
  Label,
  LabelGroup,
  Title,
} from '@patternfly/react-core';
import { type Fact, FactList } from '../parts/FactList';
import type { Tenant } from '../api/types';
import { useConfig } from '../config';
import { FirstAdministrator } from '../create/FirstAdministrator';
import { CopyableId } from '../parts/CopyButton';
import { HostLink } from '../parts/HostLink';
import { ProvisioningSteps } from '../parts/ProvisioningSteps';
import { StatusLabel } from '../parts/StatusLabel';
import { When } from '../parts/When';
import { isAdmin, isSuperAdmin } from '../session/identity';
import { useSession } from '../session/Session';
import { text } from '../text';
import { StorageSummary } from './database/StorageSummary';

/** Features that are shown before one asks for more. */
const SHOWN = 10;

export function OverviewTab({ tenant }: { tenant: Tenant }) {
  const { identity } = useSession();
  return (
    <div className="console-columns">
      <Facts tenant={tenant} />
      {isAdmin(identity) && (
        <section>
          <Title headingLevel="h2">{text.provisioning.title}</Title>
          <div className="console-gap">
            <ProvisioningSteps tenant={tenant.id} mayRetry={isSuperAdmin(identity)} />
            {isSuperAdmin(identity) && <FirstAdministrator key={tenant.id} tenant={tenant.id} />}
          </div>
        </section>
      )}
    </div>
  );
}

function Facts({ tenant }: { tenant: Tenant }) {
  const { baseDomain } = useConfig();
  const { identity } = useSession();
  const { field } = text;
  const { settings } = tenant;
  const entries: readonly Fact[] = [
    [field.status, <StatusLabel key="status" status={tenant.status} />],
    [field.address, <HostLink key="address" host={`${tenant.subdomain}.${baseDomain}`} what={field.address} />],
    [field.customDomain, settings.customDomain ? <HostLink key="domain" host={settings.customDomain} what={field.customDomain} /> : field.none],
    [field.subdomain, <CopyableId key="subdomain" value={tenant.subdomain} what={field.subdomain.toLowerCase()} />],
    [field.plan, text.plan[tenant.plan]],
    [field.isolation, text.isolation[tenant.isolation]],
    ...(isSuperAdmin(identity) ? [[text.database.tables, <StorageSummary key="storage" id={tenant.id} />] as const] : []),
    [field.maxUsers, settings.maxUsers?.toLocaleString('en') ?? field.none],
    [field.storageLimit, settings.storageLimit === undefined ? field.none : field.megabytes(settings.storageLimit)],
    [field.features, <Features key="features" names={settings.features ?? []} />],
    [field.createdAt, <When key="created" at={tenant.createdAt} />],
    [field.updatedAt, <When key="updated" at={tenant.updatedAt} />],
    [field.id, <CopyableId key="id" value={tenant.id} what={field.id.toLowerCase()} />],
  ];
  return (
    <FactList facts={entries} />
  );
}

function Features({ names }: { names: readonly string[] }) {
  if (names.length === 0) {
    return <>{text.field.none}</>;
  }
  return (
    <LabelGroup aria-label={text.field.features} numLabels={SHOWN}>
      {names.map((name) => (
        <Label key={name} isCompact variant="outline">
          {name}
        </Label>
      ))}
    </LabelGroup>
  );
}
