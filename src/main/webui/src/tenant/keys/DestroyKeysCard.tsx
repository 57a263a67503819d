import { Button, Card, CardBody, CardFooter, CardTitle, Content } from '@patternfly/react-core';
import { useState } from 'react';
import type { Tenant } from '../../api/types';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { useNotice } from '../../parts/Notices';
import { text } from '../../text';
import { useDestroyKeys } from './queries';

/** Crypto-shredding: without its keys, what is encrypted of a tenant is gone wherever there is a copy. */
export function DestroyKeysCard({ tenant }: { tenant: Tenant }) {
  const [asked, setAsked] = useState(false);
  const active = tenant.status === 'active';
  const { keys } = text;
  return (
    <Card>
      <CardTitle component="h2">{keys.destroy}</CardTitle>
      <CardBody>
        <p>{keys.destroyBody}</p>
        {!active && <p className="console-gap">{keys.destroyInactive}</p>}
      </CardBody>
      <CardFooter>
        <Button variant="danger" isDisabled={!active} onClick={() => setAsked(true)}>
          {keys.destroy}
        </Button>
      </CardFooter>
      {asked && <DestroyKeysDialog tenant={tenant} onClose={() => setAsked(false)} />}
    </Card>
  );
}

function DestroyKeysDialog({ tenant, onClose }: { tenant: Tenant; onClose: () => void }) {
  const notify = useNotice();
  const { keys } = text;
  const destroy = useDestroyKeys(tenant.id, () => {
    onClose();
    notify(keys.destroyed);
  });
  return (
    <ConfirmDialog
      title={keys.destroyTitle(tenant.name)}
      action={keys.destroy}
      typed={tenant.subdomain}
      isPending={destroy.isPending}
      error={destroy.error}
      onConfirm={() => destroy.mutate()}
      onClose={onClose}
    >
      <Content>
        <ul>
          {keys.destroyConsequences.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Content>
    </ConfirmDialog>
  );
}
