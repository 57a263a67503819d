import { Button, Card, CardBody, CardFooter, CardTitle } from '@patternfly/react-core';
import { useState } from 'react';
import { AccessGate } from '../access/AccessGate';
import { text } from '../text';
import { ExportCard } from './export/ExportCard';
import { DestroyKeysCard } from './keys/DestroyKeysCard';
import { LifecycleDialog } from './LifecycleDialog';
import { actionsFor, type LifecycleAction, needsTyping } from './lifecycle';
import type { VersionedTenant } from './queries';

export function DangerTab({ found }: { found: VersionedTenant }) {
  const { tenant } = found;
  const [asked, setAsked] = useState<LifecycleAction>();
  return (
    <>
      <div className="console-columns">
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
      </div>
      <section className="console-section">
        {/* Unlike the others, these reach into the tenant's own data. */}
        <AccessGate id={tenant.id} name={tenant.name} tab="export">
          <div className="console-columns">
            <ExportCard tenant={tenant} />
            <DestroyKeysCard tenant={tenant} />
          </div>
        </AccessGate>
      </section>
      {asked && <LifecycleDialog action={asked} found={found} onClose={() => setAsked(undefined)} />}
    </>
  );
}
