import {
  Button,
  CodeBlock,
  CodeBlockCode,
  ExpandableSection,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Title,
} from '@patternfly/react-core';
import { Link } from 'react-router';
import { type Fact, FactList } from '../parts/FactList';
import type { AuditEntry } from '../api/types';
import { CopyableId, CopyButton } from '../parts/CopyButton';
import { When } from '../parts/When';
import { text } from '../text';
import { DiffTable } from './DiffTable';
import { OutcomeLabel } from './OutcomeLabel';

interface EntryDialogProps {
  entry: AuditEntry;
  tenantName: string | undefined;
  onClose: () => void;
}

/** All that an entry holds. */
export function EntryDialog({ entry, tenantName, onClose }: EntryDialogProps) {
  return (
    <Modal isOpen variant="large" aria-labelledby="entry-title" aria-describedby="entry-what" onClose={onClose}>
      <ModalHeader labelId="entry-title" title={entry.action ?? text.audit.entry} description={<span id="entry-what">{entry.target}</span>} />
      <ModalBody tabIndex={0} aria-label={text.audit.entry}>
        <Facts entry={entry} tenantName={tenantName} />
        <div className="console-gap">
          <Title headingLevel="h2" size="md">{text.audit.changes}</Title>
          <DiffTable before={entry.before} after={entry.after} />
        </div>
        <ExpandableSection className="console-gap" toggleText={text.audit.raw} toggleId="entry-raw-toggle" contentId="entry-raw">
          <CodeBlock>
            <CodeBlockCode className="console-code">{JSON.stringify(entry, null, 2)}</CodeBlockCode>
          </CodeBlock>
        </ExpandableSection>
      </ModalBody>
      <ModalFooter>
        <Button variant="secondary" onClick={onClose}>{text.audit.close}</Button>
      </ModalFooter>
    </Modal>
  );
}

function Facts({ entry, tenantName }: { entry: AuditEntry; tenantName: string | undefined }) {
  const { audit } = text;
  const id = (value: string | undefined, what: string) =>
    value ? <CopyableId value={value} what={what.toLowerCase()} /> : audit.noValue;
  const facts: readonly Fact[] = [
    [audit.at, entry.at && <When at={entry.at} />],
    [audit.exactTime, entry.at && <>{entry.at} <CopyButton value={entry.at} what={audit.exactTime} /></>],
    [audit.actor, id(entry.actor, audit.actor)],
    [audit.action, entry.action],
    [audit.target, id(entry.target, audit.target)],
    [audit.outcome, <OutcomeLabel key="outcome" outcome={entry.outcome} />],
    [audit.tenant, entry.tenantId && <Link to={`/tenants/${entry.tenantId}`}>{tenantName ?? text.audit.openTenant}</Link>],
    [text.field.id, id(entry.tenantId, text.field.id)],
    [audit.requestId, id(entry.requestId, audit.requestId)],
    [audit.sourceAddress, id(entry.sourceAddress, audit.sourceAddress)],
    [audit.entryId, id(entry.id, audit.entryId)],
  ];
  return (
    <FactList facts={facts} />
  );
}
