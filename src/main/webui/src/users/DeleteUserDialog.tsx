import { Alert, Button, Modal, ModalBody, ModalFooter, ModalHeader, Skeleton } from '@patternfly/react-core';
import { useNotice } from '../parts/Notices';
import { text } from '../text';
import { codeOf } from './problems';
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
  const conflict = codeOf(remove.error) === 'PRECONDITION_FAILED';
  return (
    <Modal isOpen variant="small" aria-labelledby="delete-user-title" onClose={onClose}>
      <ModalHeader
        labelId="delete-user-title"
        title={text.users.deleteTitle(data?.user.name ?? name)}
        titleIconVariant="warning"
      />
      <ModalBody>
        {data && <p>{text.users.deleteBody(data.user.email)}</p>}
        {!data && !error && <Skeleton screenreaderText={text.state.loading} />}
        {conflict ? (
          <Alert
            component="p"
            isInline
            isLiveRegion
            variant="warning"
            className="console-gap"
            title={text.users.conflictTitle}
            actionLinks={
              <Button variant="secondary" onClick={() => void load()}>
                {text.users.conflictLoad}
              </Button>
            }
          >
            {text.users.conflictDelete}
          </Alert>
        ) : (
          (remove.error ?? error) && <UserProblem error={remove.error ?? error} />
        )}
      </ModalBody>
      <ModalFooter>
        <Button
          variant="danger"
          isDisabled={!data || conflict || remove.isPending}
          isLoading={remove.isPending}
          onClick={() => data && remove.mutate(data)}
        >
          {text.users.delete}
        </Button>
        <Button variant="link" onClick={onClose}>
          {text.users.cancel}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
