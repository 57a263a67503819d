import { Button, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import PencilAltIcon from '@patternfly/react-icons/dist/esm/icons/pencil-alt-icon';
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { useState } from 'react';
import type { User } from '../api/types';
import { CopyButton } from '../parts/CopyButton';
import { PagedTable } from '../parts/PagedTable';
import { usePaging } from '../parts/usePaging';
import { When } from '../parts/When';
import { isAdmin } from '../session/identity';
import { useSession } from '../session/Session';
import { text } from '../text';
import { DeleteUserDialog } from '../users/DeleteUserDialog';
import { NameSearch, useNameFilter } from '../users/NameSearch';
import { useUsers } from '../users/queries';
import { AddUserDialog, EditUserDialog } from '../users/UserDialog';

const COLUMNS = [
  { title: text.field.name, cell: (user: User) => user.name },
  { title: text.users.email, cell: (user: User) => user.email },
  { title: text.field.createdAt, cell: (user: User) => <When at={user.createdAt} /> },
  {
    title: text.users.idColumn,
    cell: (user: User) => <CopyButton value={user.id} what={`${text.users.id} ${user.name}`} />,
  },
];

/** What is being done, in a dialog. */
type Doing = { what: 'add' } | { what: 'edit' | 'delete'; user: User };

export function UsersTab({ id }: { id: string }) {
  const paging = usePaging();
  const [name, search] = useNameFilter();
  const { identity } = useSession();
  const [doing, setDoing] = useState<Doing>();
  const found = useUsers(id, { ...paging.query, ...(name && { name }) });
  const admin = isAdmin(identity);
  const close = () => setDoing(undefined);
  return (
    <>
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <NameSearch name={name} onSearch={search} />
          </ToolbarItem>
          {admin && (
            <ToolbarItem>
              <Button icon={<PlusCircleIcon />} onClick={() => setDoing({ what: 'add' })}>
                {text.users.add}
              </Button>
            </ToolbarItem>
          )}
        </ToolbarContent>
      </Toolbar>
      <PagedTable
        label={text.users.table}
        empty={
          name
            ? { title: text.users.noMatch, body: text.users.noMatchBody }
            : { title: text.users.empty, body: text.users.emptyBody }
        }
        columns={admin ? [...COLUMNS, actionsColumn(setDoing)] : COLUMNS}
        keyOf={(user) => user.id}
        found={found}
        paging={paging}
      />
      {doing?.what === 'add' && <AddUserDialog tenant={id} onClose={close} />}
      {doing?.what === 'edit' && (
        <EditUserDialog tenant={id} id={doing.user.id} name={doing.user.name} onClose={close} />
      )}
      {doing?.what === 'delete' && (
        <DeleteUserDialog tenant={id} id={doing.user.id} name={doing.user.name} onClose={close} />
      )}
    </>
  );
}

function actionsColumn(onDo: (doing: Doing) => void) {
  return {
    title: text.users.actions,
    cell: (user: User) => (
      <span className="console-nowrap">
        <Button
          variant="plain"
          size="sm"
          icon={<PencilAltIcon />}
          aria-label={text.users.editOf(user.name)}
          onClick={() => onDo({ what: 'edit', user })}
        />
        <Button
          variant="plain"
          size="sm"
          icon={<TrashIcon />}
          aria-label={text.users.deleteOf(user.name)}
          onClick={() => onDo({ what: 'delete', user })}
        />
      </span>
    ),
  };
}
