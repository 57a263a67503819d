export const usersText = { table: 'Users of the tenant', email: 'E-mail', empty: 'No users yet', emptyBody: 'Users made by the API show up here.', id: 'user id', idColumn: 'Id' } as const;
