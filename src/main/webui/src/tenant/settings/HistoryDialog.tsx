import {
  Button,
  DataList,
  DataListCell,
  DataListItem,
  DataListItemCells,
  DataListItemRow,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import type { SettingChange } from '../../api/types';
import { Answered } from '../../parts/Answered';
import { When } from '../../parts/When';
import { text } from '../../text';
import { useHistory } from './queries';
import { shortOf } from './values';

interface HistoryDialogProps {
  id: string;
  name: string;
  onClose: () => void;
}

/** Who set it to what, the newest first. */
export function HistoryDialog({ id, name, onClose }: HistoryDialogProps) {
  const { settings } = text;
  return (
    <Modal isOpen variant="medium" aria-labelledby="history-title" onClose={onClose}>
      <ModalHeader labelId="history-title" title={settings.historyOf(name)} />
      <ModalBody tabIndex={0} aria-label={settings.historyOf(name)}>
        <History id={id} name={name} />
      </ModalBody>
      <ModalFooter>
        <Button variant="secondary" onClick={onClose}>{settings.close}</Button>
      </ModalFooter>
    </Modal>
  );
}

function History({ id, name }: { id: string; name: string }) {
  const found = useHistory(id, name);
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = found;
  return (
    <Answered found={found}>
      {({ pages }) => (
        <>
          <Changes name={name} changes={pages.flatMap(({ items }) => items)} />
          {hasNextPage && (
            <Button variant="link" isLoading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {text.settings.historyMore}
            </Button>
          )}
        </>
      )}
    </Answered>
  );
}

function Changes({ name, changes }: { name: string; changes: readonly SettingChange[] }) {
  const { settings } = text;
  if (changes.length === 0) {
    return <p>{settings.historyEmpty}</p>;
  }
  return (
    <DataList aria-label={settings.historyOf(name)} isCompact>
      {changes.map((change) => (
        <Change key={change.id} change={change} />
      ))}
    </DataList>
  );
}

function Change({ change }: { change: SettingChange }) {
  const { settings } = text;
  return (
    <DataListItem aria-labelledby={`change-${change.id}`}>
      <DataListItemRow>
        <DataListItemCells
          dataListCells={[
            <DataListCell key="what" width={4}>
              <div id={`change-${change.id}`}>
                {change.after === undefined ? settings.unsetAt : settings.setTo} <Recorded value={change.after} />
              </div>
              <div>
                {settings.was}: {change.before === undefined ? settings.wasNone : <Recorded value={change.before} />}
              </div>
            </DataListCell>,
            <DataListCell key="who" width={2}>
              <div>{change.actor}</div>
              {change.at && <When at={change.at} />}
            </DataListCell>,
          ]}
        />
      </DataListItemRow>
    </DataListItem>
  );
}

/** What the trail holds of a value: `{secret, value}`, without the value of a secret. */
function Recorded({ value }: { value: unknown }) {
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const recorded = value as { secret?: unknown; value?: unknown };
  return recorded.secret === true ? (
    <>{text.settings.secretValue}</>
  ) : (
    <code className="console-id">{shortOf(recorded.value)}</code>
  );
}
