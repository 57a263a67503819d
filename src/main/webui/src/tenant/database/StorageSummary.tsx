import { TenancyError } from '@aegisx/tenancy-client';
import { Skeleton } from '@patternfly/react-core';
import { Link } from 'react-router';
import { text } from '../../text';
import { bytes } from '../../parts/bytes';
import { useStorage } from './queries';
import { StorageLabel } from './StorageLabel';

/** The state of a tenant's storage in a line. */
export function StorageSummary({ id }: { id: string }) {
  const { data, error } = useStorage(id);
  const { database } = text;
  if (error) {
    return <>{error instanceof TenancyError ? error.title : text.state.failed}</>;
  }
  if (!data) {
    return <Skeleton width="10rem" screenreaderText={text.state.loading} />;
  }
  return (
    <>
      <StorageLabel state={data.state} /> {data.bytes != null && `${bytes(data.bytes)} · `}
      <Link to={`/tenants/${id}/database`}>{database.details}</Link>
    </>
  );
}
