import { Button, Content, EmptyState, EmptyStateBody, Label } from '@patternfly/react-core';
import BanIcon from '@patternfly/react-icons/dist/esm/icons/ban-icon';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import HistoryIcon from '@patternfly/react-icons/dist/esm/icons/history-icon';
import { useState } from 'react';
import { SimpleTable } from '../../parts/SimpleTable';
import type { Keys, KeyVersion } from '../../api/types';
import { Answered } from '../../parts/Answered';
import { When } from '../../parts/When';
import { isSuperAdmin } from '../../session/identity';
import { useSession } from '../../session/Session';
import { text } from '../../text';
import { useKeys } from './queries';
import { RotateDialog } from './RotateDialog';
import { RotationProgress } from './RotationProgress';

export function KeysTab({ id }: { id: string }) {
  const found = useKeys(id);
  return <Answered found={found}>{(keys) => <KeysOf id={id} found={keys} />}</Answered>;
}

function KeysOf({ id, found }: { id: string; found: Keys }) {
  const { identity } = useSession();
  const [asked, setAsked] = useState(false);
  const versions = [...(found.keys ?? [])].sort(newestFirst);
  const rotation = found.rotation ?? undefined;
  return (
    <>
      <Content component="p">{text.keys.lead}</Content>
      {isSuperAdmin(identity) && (
        <div>
          <Button variant="secondary" isDisabled={rotation !== undefined} onClick={() => setAsked(true)}>
            {text.keys.rotate}
          </Button>
        </div>
      )}
      <RotationProgress rotation={rotation} />
      {versions.length === 0 ? (
        <EmptyState titleText={text.keys.empty} headingLevel="h2">
          <EmptyStateBody>{text.keys.emptyBody}</EmptyStateBody>
        </EmptyState>
      ) : (
        <div className="console-gap">
          <SimpleTable
            label={text.keys.table}
            columns={COLUMNS}
            items={versions}
            keyOf={({ purpose, version }) => `${purpose} ${version}`}
          />
        </div>
      )}
      {asked && <RotateDialog id={id} onClose={() => setAsked(false)} />}
    </>
  );
}

const COLUMNS = [
  { title: text.keys.purpose, cell: ({ purpose = '' }: KeyVersion) => text.keys.purposes[purpose] ?? purpose },
  { title: text.keys.version, cell: ({ version }: KeyVersion) => version },
  { title: text.keys.state, cell: ({ state = '' }: KeyVersion) => <StateLabel state={state} /> },
  { title: text.keys.provider, cell: ({ provider }: KeyVersion) => provider },
  { title: text.keys.createdAt, cell: ({ createdAt }: KeyVersion) => createdAt && <When at={createdAt} /> },
];

function newestFirst(one: KeyVersion, other: KeyVersion): number {
  return (one.purpose ?? '').localeCompare(other.purpose ?? '') || (other.version ?? 0) - (one.version ?? 0);
}

const LOOK = {
  active: { color: 'green', icon: <CheckCircleIcon /> },
  old: { color: 'blue', icon: <HistoryIcon /> },
  destroyed: { color: 'red', icon: <BanIcon /> },
} as const;

function StateLabel({ state }: { state: string }) {
  const look = state in LOOK ? LOOK[state as keyof typeof LOOK] : undefined;
  return (
    <Label isCompact variant="outline" {...look}>
      {text.keys.states[state] ?? state}
    </Label>
  );
}
