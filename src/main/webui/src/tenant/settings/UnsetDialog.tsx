import { Content } from '@patternfly/react-core';
import { isConflict } from '../../api/problems';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { ConflictAlert } from '../../parts/ConflictAlert';
import { useNotice } from '../../parts/Notices';
import { text } from '../../text';
import { useSetting, useUnsetSetting } from './queries';
import { shortOf } from './values';

interface UnsetDialogProps {
  id: string;
  name: string;
  onClose: () => void;
}

/**
 * Unsets the value that was there when it was asked for, and not what somebody else set since. The service
 * tells the value that holds only, not those below it: so what follows is said after.
 */
export function UnsetDialog({ id, name, onClose }: UnsetDialogProps) {
  const { settings } = text;
  const notify = useNotice();
  const { data, error, refetch } = useSetting(id, name);
  const unset = useUnsetSetting(id, (now) => {
    onClose();
    const from = settings.origins[now?.origin ?? ''] ?? '';
    const value = now?.secret ? settings.hidden : shortOf(now?.value);
    notify(now ? settings.unsetDone(name, value, from) : settings.unsetNone(name));
  });
  const load = async () => {
    await refetch();
    unset.reset();
  };
  const conflict = isConflict(unset.error);
  return (
    <ConfirmDialog
      title={settings.unsetTitle(name)}
      action={settings.unset}
      isBlocked={!data || conflict}
      isPending={unset.isPending}
      error={conflict ? null : (unset.error ?? error)}
      onConfirm={() => data && unset.mutate({ key: name, etag: data.etag })}
      onClose={onClose}
    >
      <Content>
        <p>{settings.unsetBody}</p>
        <ol>
          {settings.unsetOrder.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ol>
        <p>{settings.unsetBodyShort}</p>
        {data && <p>{settings.unsetValue(data.setting.secret ? settings.hidden : shortOf(data.setting.value))}</p>}
      </Content>
      {conflict && (
        <ConflictAlert title={settings.changedMeanwhile} body={settings.unsetConflict} onLoad={() => void load()} />
      )}
    </ConfirmDialog>
  );
}
