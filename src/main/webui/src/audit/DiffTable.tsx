import { Label } from '@patternfly/react-core';
import MinusIcon from '@patternfly/react-icons/dist/esm/icons/minus-icon';
import PencilAltIcon from '@patternfly/react-icons/dist/esm/icons/pencil-alt-icon';
import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { text } from '../text';
import { type ChangeKind, differences } from './diff';

const MARK = {
  added: { color: 'green', icon: <PlusIcon /> },
  removed: { color: 'red', icon: <MinusIcon /> },
  changed: { color: 'blue', icon: <PencilAltIcon /> },
} as const;

/** What became of a value, a row for each field: in marks and words, not by colour alone. */
export function DiffTable({ before, after }: { before: unknown; after: unknown }) {
  if (before === undefined && after === undefined) {
    return <p>{text.audit.noChanges}</p>;
  }
  const rows = differences(before, after);
  if (rows.length === 0) {
    return <p>{text.audit.sameValues}</p>;
  }
  const { field, change, before: was, after: is } = text.audit;
  return (
    <Table role="table" aria-label={text.audit.changes} variant="compact" gridBreakPoint="grid-md">
      <Thead>
        <Tr>
          {[field, change, was, is].map((title) => (
            <Th key={title}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map(({ path, kind, before: old, after: now }) => (
          <Tr key={path}>
            <Td dataLabel={field} modifier="breakWord">{path || text.audit.whole}</Td>
            <Td dataLabel={change}><KindLabel kind={kind} /></Td>
            <Td dataLabel={was} modifier="breakWord"><Value value={old} /></Td>
            <Td dataLabel={is} modifier="breakWord"><Value value={now} /></Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function KindLabel({ kind }: { kind: ChangeKind }) {
  return (
    <Label isCompact variant="outline" {...MARK[kind]}>
      {text.audit.kinds[kind]}
    </Label>
  );
}

function Value({ value }: { value: unknown }) {
  return value === undefined ? <>–</> : <code className="console-id">{JSON.stringify(value)}</code>;
}
