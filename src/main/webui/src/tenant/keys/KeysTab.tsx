import { Button, Content, EmptyState, EmptyStateBody, Label, Skeleton } from '@patternfly/react-core';
import BanIcon from '@patternfly/react-icons/dist/esm/icons/ban-icon';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import HistoryIcon from '@patternfly/react-icons/dist/esm/icons/history-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import type { KeyVersion } from '../../api/types';
import { ProblemState } from '../../parts/ProblemState';
import { When } from '../../parts/When';
import { isSuperAdmin } from '../../session/identity';
import { useSession } from '../../session/Session';
import { text } from '../../text';
import { useKeys } from './queries';
import { RotateDialog } from './RotateDialog';
import { RotationProgress } from './RotationProgress';

export function KeysTab({ id }: { id: string }) {
  const { identity } = useSession();
  const { data, error, refetch } = useKeys(id);
  const [asked, setAsked] = useState(false);
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <Skeleton height="10rem" screenreaderText={text.state.loading} />;
  }
  const versions = [...(data.keys ?? [])].sort(newestFirst);
  const rotation = data.rotation ?? undefined;
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
        <Versions versions={versions} />
      )}
      {asked && <RotateDialog id={id} onClose={() => setAsked(false)} />}
    </>
  );
}

function Versions({ versions }: { versions: readonly KeyVersion[] }) {
  const { keys } = text;
  return (
    <Table role="table" aria-label={keys.table} variant="compact" gridBreakPoint="grid-md" className="console-gap">
      <Thead>
        <Tr>
          {[keys.purpose, keys.version, keys.state, keys.provider, keys.createdAt].map((title) => (
            <Th key={title}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {versions.map(({ purpose = '', version, state = '', provider, createdAt }) => (
          <Tr key={`${purpose} ${version}`}>
            <Td dataLabel={keys.purpose}>{keys.purposes[purpose] ?? purpose}</Td>
            <Td dataLabel={keys.version}>{version}</Td>
            <Td dataLabel={keys.state}><StateLabel state={state} /></Td>
            <Td dataLabel={keys.provider} modifier="breakWord">{provider}</Td>
            <Td dataLabel={keys.createdAt}>{createdAt && <When at={createdAt} />}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

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
