import {
  Alert,
  Button,
  ProgressStep,
  type ProgressStepProps,
  ProgressStepper,
  Skeleton,
} from '@patternfly/react-core';
import InProgressIcon from '@patternfly/react-icons/dist/esm/icons/in-progress-icon';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import { codeOf, isPassing, mayGoOn } from '../api/problems';
import type { Progress, Provisioning } from '../api/types';
import { text } from '../text';
import { ProblemAlert } from './ProblemState';
import { StaleAlert } from './StaleAlert';
import { ProgressLabel } from './StatusLabel';
import { When } from './When';

const INTERVAL = 1_000;

const VARIANT: Record<Progress, NonNullable<ProgressStepProps['variant']>> = {
  pending: 'pending',
  running: 'info',
  failed: 'danger',
  done: 'success',
};

/** How the making of a tenant goes, as it goes, until it is done. */
export function useProvisioning(tenant: string) {
  const client = usePlatformClient();
  return useQuery({
    queryKey: keys.provisioning(tenant),
    queryFn: async ({ signal }) => {
      const params = { path: { tenant } };
      return (await client.GET('/tenants/{tenant}/provisioning', { params, signal })).data;
    },
    // A failed one is tried again by itself, so it is worth looking on.
    refetchInterval: ({ state }) => (mayGoOn(state.error) && state.data?.status !== 'done' ? INTERVAL : false),
  });
}

interface ProvisioningStepsProps {
  tenant: string;
  mayRetry: boolean;
}

export function ProvisioningSteps({ tenant, mayRetry }: ProvisioningStepsProps) {
  const { data, error } = useProvisioning(tenant);
  if (error && !(data && isPassing(error))) {
    return codeOf(error) === 'NOT_FOUND' ? <p>{text.provisioning.none}</p> : <ProblemAlert error={error} />;
  }
  if (!data) {
    return <Skeleton screenreaderText={text.state.loading} />;
  }
  return (
    <>
      {error && <StaleAlert error={error} />}
      <p role="status">
        {summaryOf(data)} <ProgressLabel progress={data.status} />
      </p>
      <div className="console-gap">
        <ProgressStepper isVertical aria-label={text.provisioning.title}>
          {data.steps.map((step) => (
            <ProgressStep
              key={step.name}
              id={`step-${step.name}`}
              titleId={`step-${step.name}-title`}
              variant={VARIANT[step.status]}
              isCurrent={step.status === 'running'}
              aria-label={text.progress[step.status]}
              {...(step.status === 'running' && { icon: <InProgressIcon /> })}
              description={
                <>
                  {text.progress[step.status]}
                  {step.attempts > 1 && ` · ${text.provisioning.attempts(step.attempts)}`}
                  {step.finishedAt && <> · <When at={step.finishedAt} /></>}
                  {step.lastError && ` · ${step.lastError}`}
                </>
              }
            >
              {text.provisioning.steps[step.name] ?? step.name}
            </ProgressStep>
          ))}
        </ProgressStepper>
      </div>
      {data.status === 'failed' && <Failed tenant={tenant} provisioning={data} mayRetry={mayRetry} />}
    </>
  );
}

function summaryOf({ status }: Provisioning): string {
  const { done, failed, active } = text.provisioning;
  return status === 'done' ? done : status === 'failed' ? failed : active;
}

function Failed(props: ProvisioningStepsProps & { provisioning: Provisioning }) {
  const { tenant, provisioning, mayRetry } = props;
  const client = usePlatformClient();
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () =>
      client.POST('/tenants/{tenant}/provisioning/retry', { params: { path: { tenant } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.provisioning(tenant) }),
  });
  return (
    <>
      <Alert
        component="p"
        isInline
        variant="danger"
        title={text.provisioning.failed}
        className="console-gap"
        actionLinks={
          mayRetry && (
            <Button
              variant="secondary"
              isLoading={retry.isPending}
              isDisabled={retry.isPending}
              onClick={() => retry.mutate()}
            >
              {text.provisioning.retry}
            </Button>
          )
        }
      >
        <p>{provisioning.lastError}</p>
        {provisioning.nextAttemptAt && (
          <div>
            {text.provisioning.nextAttempt} <When at={provisioning.nextAttemptAt} />
          </div>
        )}
      </Alert>
      {retry.error && <ProblemAlert error={retry.error} />}
    </>
  );
}
