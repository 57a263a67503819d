import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import type { Plan, Tenant } from '../api/types';
import { text } from '../text';
import { type BulkAction, type BulkChange, type BulkResult, runBulk } from './bulk';
import { BulkQuestion } from './BulkQuestion';
import { BulkResults } from './BulkResults';

interface BulkDialogProps {
  action: BulkAction;
  tenants: readonly Tenant[];
  /** Told whether anything was done. */
  onClose: (done: boolean) => void;
}

/** Asks first, then shows how it went for each tenant. */
export function BulkDialog({ action, tenants, onClose }: BulkDialogProps) {
  const client = usePlatformClient();
  const queries = useQueryClient();
  const [results, setResults] = useState<readonly BulkResult[]>();
  const [plan, setPlan] = useState<Plan>();
  const change = changeOf(action, plan);
  const finished = results?.length === tenants.length;

  const start = async (begun: BulkChange) => {
    setResults([]);
    await runBulk(client, begun, tenants, (result) => setResults((all = []) => [...all, result]));
    await queries.invalidateQueries({ queryKey: keys.tenants });
  };
  const close = () => onClose(results !== undefined);

  return (
    <Modal
      isOpen
      variant="medium"
      aria-labelledby="bulk-title"
      // Closing would not stop what is under way, and would hide how it goes.
      {...((!results || finished) && { onClose: close })}
    >
      <ModalHeader labelId="bulk-title" title={text.bulk.confirm[action](tenants.length)} />
      <ModalBody tabIndex={0} aria-label={text.bulk.results}>
        {results ? (
          <BulkResults tenants={tenants} results={results} />
        ) : (
          <BulkQuestion action={action} tenants={tenants} plan={plan} onPlan={setPlan} />
        )}
      </ModalBody>
      <ModalFooter>
        {results ? (
          <Button onClick={close} isDisabled={!finished}>
            {text.bulk.close}
          </Button>
        ) : (
          <>
            <Button
              variant={action === 'suspend' ? 'danger' : 'primary'}
              isDisabled={!change}
              onClick={() => change && void start(change)}
            >
              {text.bulk[action]}
            </Button>
            <Button variant="link" onClick={close}>
              {text.bulk.cancel}
            </Button>
          </>
        )}
      </ModalFooter>
    </Modal>
  );
}

/** What is to be done, once it is known. */
function changeOf(action: BulkAction, plan: Plan | undefined): BulkChange | undefined {
  if (action !== 'plan') {
    return { action };
  }
  return plan && { action, plan };
}
