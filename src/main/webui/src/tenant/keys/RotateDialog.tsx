import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { useNotice } from '../../parts/Notices';
import { text } from '../../text';
import { useRotate } from './queries';

export function RotateDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const notify = useNotice();
  const rotate = useRotate(id, () => {
    onClose();
    notify(text.keys.rotated);
  });
  return (
    <ConfirmDialog
      title={text.keys.rotateTitle}
      action={text.keys.rotate}
      isPending={rotate.isPending}
      error={rotate.error}
      onConfirm={() => rotate.mutate()}
      onClose={onClose}
    >
      <p>{text.keys.rotateBody}</p>
    </ConfirmDialog>
  );
}
