import { Title } from '@patternfly/react-core';
import { useState } from 'react';
import { type Fact, FactList } from '../../parts/FactList';
import type { Tenant } from '../../api/types';
import { isSuperAdmin } from '../../session/identity';
import { useSession } from '../../session/Session';
import { text } from '../../text';
import type { VersionedTenant } from '../queries';
import { UnsavedGuard } from '../UnsavedGuard';
import { ConfigSection } from './ConfigSection';
import { FeatureSection } from './FeatureSection';
import { LimitsForm } from './LimitsForm';

/** Limits, configuration and features. One guard for all: a router takes no more than one. */
export function SettingsTab({ found }: { found: VersionedTenant }) {
  const { identity } = useSession();
  const [limitsChanged, setLimitsChanged] = useState(false);
  const [valueChanged, setValueChanged] = useState(false);
  const { id } = found.tenant;
  return (
    <>
      <Title headingLevel="h2">{text.settings.limits}</Title>
      <div className="console-gap">
        {isSuperAdmin(identity) ? (
          <LimitsForm found={found} onChanged={setLimitsChanged} />
        ) : (
          <LimitsFacts tenant={found.tenant} />
        )}
      </div>
      <ConfigSection id={id} onChanged={setValueChanged} />
      <FeatureSection id={id} />
      <UnsavedGuard active={limitsChanged || valueChanged} body={text.settings.unsavedBody} />
    </>
  );
}

function LimitsFacts({ tenant: { plan, settings } }: { tenant: Tenant }) {
  const { field } = text;
  const facts: readonly Fact[] = [
    [field.plan, text.plan[plan]],
    [field.maxUsers, settings.maxUsers?.toLocaleString('en') ?? field.none],
    [field.storageLimit, settings.storageLimit === undefined ? field.none : field.megabytes(settings.storageLimit)],
    [field.features, settings.features?.join(', ') || field.none],
    [field.customDomain, settings.customDomain ?? field.none],
  ];
  return (
    <>
      <p>{text.settings.limitsReadOnly}</p>
      <FactList facts={facts} className="console-gap" />
    </>
  );
}
