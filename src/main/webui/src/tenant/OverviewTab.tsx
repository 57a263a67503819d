import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Title,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';
import type { Tenant } from '../api/types';
import { useConfig } from '../config';
import { FirstAdministrator } from '../create/FirstAdministrator';
import { CopyableId } from '../parts/CopyButton';
import { ProvisioningSteps } from '../parts/ProvisioningSteps';
import { StatusLabel } from '../parts/StatusLabel';
import { When } from '../parts/When';
import { isAdmin, isSuperAdmin } from '../session/identity';
import { useSession } from '../session/Session';
import { text } from '../text';

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
  const { field } = text;
  const { settings } = tenant;
  const entries: readonly [string, ReactNode][] = [
    [field.status, <StatusLabel key="status" status={tenant.status} />],
    [field.address, <CopyableId key="address" value={`${tenant.subdomain}.${baseDomain}`} what={field.address.toLowerCase()} />],
    [field.customDomain, settings.customDomain ?? field.none],
    [field.plan, text.plan[tenant.plan]],
    [field.isolation, text.isolation[tenant.isolation]],
    [field.maxUsers, settings.maxUsers?.toLocaleString('en') ?? field.none],
    [field.storageLimit, settings.storageLimit === undefined ? field.none : field.megabytes(settings.storageLimit)],
    [field.features, settings.features?.join(', ') || field.none],
    [field.createdAt, <When key="created" at={tenant.createdAt} />],
    [field.updatedAt, <When key="updated" at={tenant.updatedAt} />],
    [field.id, <CopyableId key="id" value={tenant.id} what={field.id.toLowerCase()} />],
  ];
  return (
    <DescriptionList isHorizontal isCompact>
      {entries.map(([term, description]) => (
        <DescriptionListGroup key={term}>
          <DescriptionListTerm>{term}</DescriptionListTerm>
          <DescriptionListDescription>{description}</DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  );
}
