import { Content, PageSection } from '@patternfly/react-core';
import { useMemo } from 'react';
import { usePlatformClient } from '../api/clients';
import { PageHeading } from '../app/PageHeading';
import { text } from '../text';
import { AuditExplorer } from './AuditExplorer';
import type { AuditScope } from './queries';

/** The trail of all tenants, as the control plane recorded it. */
export function AuditPage() {
  const client = usePlatformClient();
  const scope = useMemo(
    (): AuditScope => ({ client, key: (...parts) => ['audit', ...parts], ofAll: true }),
    [client],
  );
  return (
    <>
      <PageHeading title={text.audit.title} />
      <PageSection hasBodyWrapper={false} isFilled>
        <Content component="p">{text.audit.scopeOfAll}</Content>
        <AuditExplorer scope={scope} />
      </PageSection>
    </>
  );
}
