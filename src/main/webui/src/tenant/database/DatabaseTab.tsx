import { Title } from '@patternfly/react-core';
import { Answered } from '../../parts/Answered';
import { type Fact, FactList } from '../../parts/FactList';
import type { Storage } from '../../api/types';
import { CopyableId } from '../../parts/CopyButton';
import { When } from '../../parts/When';
import { text } from '../../text';
import { bytes } from '../../parts/bytes';
import { DriftSection } from './DriftSection';
import { useStorage } from './queries';
import { StorageLabel } from './StorageLabel';

export function DatabaseTab({ id }: { id: string }) {
  const found = useStorage(id);
  return (
    <div className="console-columns">
      <section>
        <Title headingLevel="h2">{text.database.storage}</Title>
        <div className="console-gap">
          <Answered found={found}>{(storage) => <Facts storage={storage} />}</Answered>
        </div>
      </section>
      <DriftSection id={id} isolation={found.data?.isolation} />
    </div>
  );
}

function Facts({ storage }: { storage: Storage }) {
  const { database } = text;
  const when = (at: string | null | undefined, otherwise: string) => (at ? <When at={at} /> : otherwise);
  const facts: readonly Fact[] = [
    [database.state, <StorageLabel key="state" state={storage.state} />],
    [database.isolation, text.isolation[storage.isolation]],
    [database.database, <CopyableId key="database" value={storage.database} what={database.database.toLowerCase()} />],
    [database.schema, <CopyableId key="schema" value={storage.schema} what={database.schema.toLowerCase()} />],
    [database.version, storage.version ?? database.unknown],
    [database.target, storage.target],
    [database.migratedAt, when(storage.migratedAt, database.never)],
    ...(storage.error ? [[database.lastError, storage.error] as const] : []),
    [database.size, storage.bytes == null ? database.unknown : bytes(storage.bytes)],
    [database.measuredAt, when(storage.measuredAt, database.never)],
    [database.adopted, storage.adopted ? database.adoptedYes : database.adoptedNo],
  ];
  return (
    <FactList facts={facts} />
  );
}
