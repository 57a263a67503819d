import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { ProblemAlert } from '../parts/ProblemState';
import { text } from '../text';
import { useStartMigrations } from './queries';
import type { Migrations } from './types';

const { confirm } = text.migrations;

/** Says what will be done before it is begun. */
export function MigrateDialog({ migrations, onClose }: { migrations: Migrations; onClose: () => void }) {
  const start = useStartMigrations();
  return (
    <Modal isOpen variant="small" aria-labelledby="migrate-title" onClose={onClose}>
      <ModalHeader labelId="migrate-title" title={confirm.title(migrations.behind)} />
      <ModalBody>
        <p>{confirm.body(migrations.target, migrations.waves.length)}</p>
        <p className="console-gap">{confirm.perTenant}</p>
        <p className="console-gap">{confirm.undo}</p>
        {start.error && <ProblemAlert error={start.error} />}
      </ModalBody>
      <ModalFooter>
        <Button
          isDisabled={start.isPending}
          isLoading={start.isPending}
          onClick={() => start.mutate(undefined, { onSuccess: onClose })}
        >
          {confirm.start}
        </Button>
        <Button variant="link" onClick={onClose}>
          {confirm.cancel}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
