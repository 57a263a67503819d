import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import type { Tenant } from '../api/types';
import { text } from '../text';
import { type BulkAction, type BulkResult, runBulk } from './bulk';
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
  const finished = results?.length === tenants.length;

  const start = async () => {
    setResults([]);
    await runBulk(client, action, tenants, (result) => setResults((all = []) => [...all, result]));
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
          <>
            <p>{text.bulk.consequence[action]}</p>
            <ul className="console-gap">
              {tenants.map((tenant) => (
                <li key={tenant.id}>
                  {tenant.name} ({tenant.subdomain})
                </li>
              ))}
            </ul>
          </>
        )}
      </ModalBody>
      <ModalFooter>
        {results ? (
          <Button onClick={close} isDisabled={!finished}>
            {text.bulk.close}
          </Button>
        ) : (
          <>
            <Button variant={action === 'suspend' ? 'danger' : 'primary'} onClick={() => void start()}>
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
