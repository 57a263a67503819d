import { Label } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import InProgressIcon from '@patternfly/react-icons/dist/esm/icons/in-progress-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { Tenant } from '../api/types';
import { ProblemDetail } from '../parts/ProblemState';
import { text } from '../text';
import type { BulkResult } from './bulk';

export function BulkResults(props: { tenants: readonly Tenant[]; results: readonly BulkResult[] }) {
  const { tenants, results } = props;
  const failed = results.filter((result) => result.error !== undefined).length;
  return (
    <>
      <p role="status">{text.bulk.summary(results.length - failed, failed)}</p>
      <Table role="table" aria-label={text.bulk.results} variant="compact">
        <Thead>
          <Tr>
            <Th>{text.field.name}</Th>
            <Th>{text.bulk.result}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {tenants.map((tenant) => (
            <Tr key={tenant.id}>
              <Td dataLabel={text.field.name}>{tenant.name}</Td>
              <Td dataLabel={text.bulk.result}>
                <Result result={results.find((each) => each.tenant.id === tenant.id)} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
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
