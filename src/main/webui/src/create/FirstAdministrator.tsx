import { headerText, idempotencyKey } from '@aegisx/tenancy-client';
import { Alert, AlertActionLink, Spinner } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { codeOf } from '../api/problems';
import { usePlatformClient } from '../api/clients';
import { ProblemDetail } from '../parts/ProblemState';
import { useProvisioning } from '../parts/ProvisioningSteps';
import { useSession } from '../session/Session';
import { text } from '../text';
import { dropWish, type Wish, type WishOf, wishOf } from './firstAdministrator';

const RETRIES = 5;
const PAUSE = 1_000;

/** Makes the first user of a tenant, if there is to be one, as soon as the tenant is ready. */
export function FirstAdministrator({ tenant }: { tenant: string }) {
  const { identity } = useSession();
  const of: WishOf = { subject: identity.subject ?? '', tenant };
  const ready = useProvisioning(tenant).data?.status === 'done';
  const [wish, setWish] = useState(() => wishOf(of));
  const { mutate, data, error, isPending, isIdle } = useMake(of);
  useEffect(() => {
    if (ready && wish && isIdle) {
      mutate(wish);
    }
  }, [ready, wish, isIdle, mutate]);
  const words = text.firstAdministrator;
  if (!wish) {
    return null;
  }
  if (data) {
    return (
      <Alert
        component="p"
        isInline
        isLiveRegion
        variant="success"
        className="console-gap"
        title={words.made(data.name, data.email)}
      >
        {words.signIn}
      </Alert>
    );
  }
  if (error) {
    const drop = () => {
      dropWish(of);
      setWish(undefined);
    };
    return <Failed wish={wish} error={error} onRetry={() => mutate(wish)} onDrop={drop} />;
  }
  return (
    <p role="status" className="console-gap">
      {isPending && <Spinner isInline aria-hidden />}{' '}
      {isPending ? words.making(wish.name) : words.waiting(wish.name, wish.email)}
    </p>
  );
}

function Failed(props: { wish: Wish; error: unknown; onRetry: () => void; onDrop: () => void }) {
  const { wish, error, onRetry, onDrop } = props;
  const words = text.firstAdministrator;
  return (
    <Alert
      component="p"
      isInline
      isLiveRegion
      variant="danger"
      className="console-gap"
      title={words.failed(wish.name)}
      actionLinks={
        <>
          <AlertActionLink onClick={onRetry}>{words.retry}</AlertActionLink>
          <AlertActionLink onClick={onDrop}>{words.drop}</AlertActionLink>
        </>
      }
    >
      {codeOf(error) === 'CONFLICT' ? <p>{words.conflict(wish.email)}</p> : <ProblemDetail error={error} />}
      <p>{words.later}</p>
    </Alert>
  );
}

function useMake(of: WishOf) {
  const client = usePlatformClient();
  return useMutation({
    mutationFn: async ({ email, name, key }: Wish) => {
      // The page is none of the tenant's, so neither is its client; and the reason is always the same.
      const { data } = await client.POST('/users', {
        params: { header: { 'X-Tenant-ID': of.tenant, ...idempotencyKey(key) } },
        headers: { 'X-Access-Reason': headerText(text.firstAdministrator.reason) },
        body: { email, name },
      });
      return data;
    },
    // Not every replica has heard of the tenant at once.
    retry: (failures, error) => failures < RETRIES && codeOf(error) === 'TENANT_NOT_READY',
    retryDelay: PAUSE,
    onSuccess: () => dropWish(of),
  });
}
