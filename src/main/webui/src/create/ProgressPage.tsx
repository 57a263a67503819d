import { Button, PageSection } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import { PageHeading } from '../app/PageHeading';
import { ProblemState } from '../parts/ProblemState';
import { ProvisioningSteps, useProvisioning } from '../parts/ProvisioningSteps';
import { text } from '../text';
import { FirstAdministrator } from './FirstAdministrator';

/** Where one watches a tenant being made. It has an address, so that a reload loses nothing. */
export function ProgressPage() {
  const { id = '' } = useParams();
  const client = usePlatformClient();
  const navigate = useNavigate();
  const { data: provisioning } = useProvisioning(id);
  const { data: tenant, error } = useQuery({
    queryKey: keys.tenantPage('made', id),
    queryFn: async ({ signal }) =>
      (await client.GET('/tenants/{tenant}', { params: { path: { tenant: id } }, signal })).data,
  });
  const done = provisioning?.status === 'done';
  return (
    <>
      <PageHeading title={tenant ? text.provisioning.making(tenant.name) : text.create.title} />
      <PageSection hasBodyWrapper={false}>
        {error ? (
          <ProblemState error={error} />
        ) : (
          <>
            <ProvisioningSteps tenant={id} mayRetry />
            <FirstAdministrator key={id} tenant={id} />
            <div className="console-gap">
              <Button variant={done ? 'primary' : 'secondary'} onClick={() => void navigate(`/tenants/${id}`)}>
                {text.provisioning.open}
              </Button>
            </div>
          </>
        )}
      </PageSection>
    </>
  );
}
