import { Button, Modal, ModalBody, ModalFooter, ModalHeader, Skeleton } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { isConflict } from '../api/problems';
import { ConflictAlert } from '../parts/ConflictAlert';
import { useNotice } from '../parts/Notices';
import { text } from '../text';
import { NOBODY, type Person } from './person';
import { useAddUser, useChangeUser, useUser, type VersionedUser } from './queries';
import { USER_FORM, UserForm } from './UserForm';
import { UserProblem } from './UserProblem';

export function AddUserDialog({ tenant, onClose }: { tenant: string; onClose: () => void }) {
  const notify = useNotice();
  const add = useAddUser(tenant, ({ name }) => {
    onClose();
    notify(text.users.added(name));
  });
  return (
    <UserModal title={text.users.addTitle} submit={text.users.add} busy={add.isPending} onClose={onClose}>
      <UserForm
        lead={<p>{text.users.addBody}</p>}
        start={NOBODY}
        error={add.error}
        onSubmit={(person) => !add.isPending && add.mutate(person)}
      />
    </UserModal>
  );
}

interface EditUserDialogProps {
  tenant: string;
  id: string;
  name: string;
  onClose: () => void;
}

export function EditUserDialog({ tenant, id, name, onClose }: EditUserDialogProps) {
  const notify = useNotice();
  const { data, error, refetch } = useUser(tenant, id);
  const change = useChangeUser(tenant, (user) => {
    onClose();
    notify(text.users.changed(user.name));
  });
  const load = async () => {
    await refetch();
    change.reset();
  };
  const conflict = isConflict(change.error);
  return (
    <UserModal
      title={text.users.editOf(name)}
      submit={text.users.save}
      busy={change.isPending}
      disabled={!data || conflict}
      onClose={onClose}
    >
      {error ? (
        <UserProblem error={error} />
      ) : data ? (
        // What is loaded after a conflict is another version, and begins anew.
        <Edited key={data.etag} of={data} error={change.error} onLoad={() => void load()} onSubmit={(person) => change.mutate({ of: data, person })} />
      ) : (
        <Skeleton height="8rem" screenreaderText={text.state.loading} />
      )}
    </UserModal>
  );
}

interface EditedProps {
  of: VersionedUser;
  error: unknown;
  onLoad: () => void;
  onSubmit: (person: Person) => void;
}

function Edited({ of, error, onLoad, onSubmit }: EditedProps) {
  if (!isConflict(error)) {
    return <UserForm start={of.user} error={error} onSubmit={onSubmit} />;
  }
  return (
    <UserForm start={of.user} error={undefined} onSubmit={() => {}}>
      <ConflictAlert title={text.users.conflictTitle} onLoad={onLoad} />
    </UserForm>
  );
}

interface UserModalProps {
  title: string;
  submit: string;
  busy: boolean;
  disabled?: boolean;
  onClose: () => void;
  children: ReactNode;
}

function UserModal({ title, submit, busy, disabled = false, onClose, children }: UserModalProps) {
  return (
    <Modal isOpen variant="small" aria-labelledby="user-title" onClose={onClose}>
      <ModalHeader labelId="user-title" title={title} />
      <ModalBody>{children}</ModalBody>
      <ModalFooter>
        <Button type="submit" form={USER_FORM} isLoading={busy} isDisabled={busy || disabled}>
          {submit}
        </Button>
        <Button variant="link" onClick={onClose}>
          {text.users.cancel}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
