import { Label } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import InProgressIcon from '@patternfly/react-icons/dist/esm/icons/in-progress-icon';
import { SimpleTable } from '../parts/SimpleTable';
import type { Tenant } from '../api/types';
import { ProblemDetail } from '../parts/ProblemState';
import { text } from '../text';
import type { BulkResult } from './bulk';

export function BulkResults(props: { tenants: readonly Tenant[]; results: readonly BulkResult[] }) {
  const { tenants, results } = props;
  const failed = results.filter((result) => result.error !== undefined).length;
  const columns = [
    { title: text.field.name, cell: ({ name }: Tenant) => name },
    {
      title: text.bulk.result,
      cell: ({ id }: Tenant) => <Result result={results.find(({ tenant }) => tenant.id === id)} />,
    },
  ];
  return (
    <>
      <p role="status">{text.bulk.summary(results.length - failed, failed)}</p>
      <SimpleTable label={text.bulk.results} columns={columns} items={tenants} keyOf={({ id }) => id} />
    </>
  );
}

function Result({ result }: { result: BulkResult | undefined }) {
  if (!result) {
    return <Label icon={<InProgressIcon />}>{text.bulk.running}</Label>;
  }
  if (result.error === undefined) {
    return (
      <Label color="green" variant="outline" icon={<CheckCircleIcon />}>
        {text.bulk.succeeded}
      </Label>
    );
  }
  return (
    <>
      <Label color="red" variant="outline" icon={<ExclamationCircleIcon />}>
        {text.bulk.failed}
      </Label>
      <ProblemDetail error={result.error} />
    </>
  );
}
