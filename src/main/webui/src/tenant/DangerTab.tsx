import { Button, Card, CardBody, CardFooter, CardTitle } from '@patternfly/react-core';
import { useState } from 'react';
import type { Tenant } from '../api/types';
import { text } from '../text';
import { ExportCard } from './export/ExportCard';
import { DestroyKeysCard } from './keys/DestroyKeysCard';
import { LifecycleDialog } from './LifecycleDialog';
import { actionsFor, type LifecycleAction, needsTyping } from './lifecycle';

export function DangerTab({ tenant }: { tenant: Tenant }) {
  const [asked, setAsked] = useState<LifecycleAction>();
  return (
    <div className="console-columns">
      <ExportCard tenant={tenant} />
      {actionsFor(tenant.status).map((action) => (
        <Card key={action}>
          <CardTitle component="h2">{text.danger[action]}</CardTitle>
          <CardBody>{text.danger[`${action}Body`]}</CardBody>
          <CardFooter>
            <Button variant={needsTyping(action) ? 'danger' : 'secondary'} onClick={() => setAsked(action)}>
              {text.danger[action]}
            </Button>
          </CardFooter>
        </Card>
      ))}
      <DestroyKeysCard tenant={tenant} />
      {asked && <LifecycleDialog action={asked} tenant={tenant} onClose={() => setAsked(undefined)} />}
    </div>
  );
}
