import type { User } from '../api/types';
import { CopyButton } from '../parts/CopyButton';
import { PagedTable } from '../parts/PagedTable';
import { usePaging } from '../parts/usePaging';
import { When } from '../parts/When';
import { text } from '../text';
import { useUsers } from './queries';

const COLUMNS = [
  { title: text.field.name, cell: (user: User) => user.name },
  { title: text.users.email, cell: (user: User) => user.email },
  { title: text.field.createdAt, cell: (user: User) => <When at={user.createdAt} /> },
  {
    title: text.users.idColumn,
    cell: (user: User) => <CopyButton value={user.id} what={`${text.users.id} ${user.name}`} />,
  },
];

export function UsersTab({ id }: { id: string }) {
  const paging = usePaging();
  const found = useUsers(id, paging.query);
  return (
    <PagedTable
      label={text.users.table}
      empty={{ title: text.users.empty, body: text.users.emptyBody }}
      columns={COLUMNS}
      keyOf={(user) => user.id}
      found={found}
      paging={paging}
    />
  );
}
