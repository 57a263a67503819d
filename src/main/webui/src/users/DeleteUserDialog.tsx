import { Skeleton } from '@patternfly/react-core';
import { isConflict } from '../api/problems';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { ConflictAlert } from '../parts/ConflictAlert';
import { useNotice } from '../parts/Notices';
import { text } from '../text';
import { useDeleteUser, useUser } from './queries';
import { UserProblem } from './UserProblem';

interface DeleteUserDialogProps {
  tenant: string;
  id: string;
  name: string;
  onClose: () => void;
}

/** Deletes the user that is shown, and not what somebody else made of it meanwhile. */
export function DeleteUserDialog({ tenant, id, name, onClose }: DeleteUserDialogProps) {
  const notify = useNotice();
  const { data, error, refetch } = useUser(tenant, id);
  const remove = useDeleteUser(tenant, (user) => {
    onClose();
    notify(text.users.deleted(user.name));
  });
  const load = async () => {
    await refetch();
    remove.reset();
  };
  const conflict = isConflict(remove.error);
  const problem = conflict ? null : (remove.error ?? error);
  return (
    <ConfirmDialog
      title={text.users.deleteTitle(data?.user.name ?? name)}
      action={text.users.delete}
      isDanger
      isBlocked={!data || conflict}
      isPending={remove.isPending}
      error={null}
      onConfirm={() => data && remove.mutate(data)}
      onClose={onClose}
    >
      {data && <p>{text.users.deleteBody(data.user.email)}</p>}
      {!data && !error && <Skeleton screenreaderText={text.state.loading} />}
      {conflict && (
        <ConflictAlert title={text.users.conflictTitle} body={text.users.conflictDelete} onLoad={() => void load()} />
      )}
      {problem && <UserProblem error={problem} />}
    </ConfirmDialog>
  );
}
