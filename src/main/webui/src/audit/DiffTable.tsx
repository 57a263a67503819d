import { Label } from '@patternfly/react-core';
import MinusIcon from '@patternfly/react-icons/dist/esm/icons/minus-icon';
import PencilAltIcon from '@patternfly/react-icons/dist/esm/icons/pencil-alt-icon';
import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { SimpleTable } from '../parts/SimpleTable';
import { text } from '../text';
import { type ChangeKind, type Difference, differences } from './diff';

const MARK = {
  added: { color: 'green', icon: <PlusIcon /> },
  removed: { color: 'red', icon: <MinusIcon /> },
  changed: { color: 'blue', icon: <PencilAltIcon /> },
} as const;

const COLUMNS = [
  { title: text.audit.field, cell: ({ path }: Difference) => path || text.audit.whole },
  { title: text.audit.change, cell: ({ kind }: Difference) => <KindLabel kind={kind} /> },
  { title: text.audit.before, cell: ({ before }: Difference) => <Value value={before} /> },
  { title: text.audit.after, cell: ({ after }: Difference) => <Value value={after} /> },
];

/** What became of a value, a row for each field: in marks and words, not by colour alone. */
export function DiffTable({ before, after }: { before: unknown; after: unknown }) {
  if (before === undefined && after === undefined) {
    return <p>{text.audit.noChanges}</p>;
  }
  const rows = differences(before, after);
  if (rows.length === 0) {
    return <p>{text.audit.sameValues}</p>;
  }
  return <SimpleTable label={text.audit.changes} columns={COLUMNS} items={rows} keyOf={({ path }) => path} />;
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
