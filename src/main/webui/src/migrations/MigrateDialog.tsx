import { ConfirmDialog } from '../parts/ConfirmDialog';
import { text } from '../text';
import { useStartMigrations } from './queries';
import type { Migrations } from './types';

const { confirm } = text.migrations;

export function MigrateDialog({ migrations, onClose }: { migrations: Migrations; onClose: () => void }) {
  const start = useStartMigrations();
  return (
    <ConfirmDialog
      title={confirm.title(migrations.behind)}
      action={confirm.start}
      isPending={start.isPending}
      error={start.error}
      onConfirm={() => start.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{confirm.body(migrations.target, migrations.waves.length)}</p>
      <p>{confirm.perTenant}</p>
      <p>{confirm.undo}</p>
    </ConfirmDialog>
  );
}
